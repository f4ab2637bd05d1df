// What a script and Asterisk say to each other.
import { since } from "./clock.js";
import { byId, element, keyed, text } from "./dom.js";

const list = byId("dialogue");
let shown = null;

// 200 result=49 endpos=16000: the key is a character's code, the offset counts samples, 8000 a second
function meaning({ command, reply }) {
	const key = /^200 result=(\d+)(?: .*endpos=(\d+))?/.exec(reply ?? "");
	const listens = /^(STREAM FILE|GET OPTION|CONTROL STREAM FILE|SAY |WAIT FOR DIGIT|RECORD FILE)/.test(command);
	if (!key || !listens || key[1] < 33 || key[1] > 126) {
		return "";
	}
	const offset = key[2] ? ` at ${key[2]} samples (${(key[2] / 8000).toFixed(1)} s)` : "";
	return `digit ${String.fromCharCode(key[1])}${offset}`;
}

const took = (micros) => micros < 1_000_000 ? `${(micros / 1000).toFixed(1)} ms` : `${(micros / 1_000_000).toFixed(2)} s`;

function newLine(run) {
	return ({ at }) => element("li", {}, element("time", { dateTime: at }, `+${((Date.parse(at) - Date.parse(run.startedAt)) / 1000).toFixed(2)}`),
		element("span", { className: "command" }), element("span", { className: "took" }), element("span", { className: "reply" }));
}

function showLine(row, line) {
	const [, command, duration, reply] = row.children;
	const over = line.micros !== null;
	text(command, line.command);
	duration.replaceChildren(over ? took(line.micros) : since(line.at));
	row.className = over ? "" : "running";
	reply.className = line.failure ? "reply bad" : "reply";
	const means = meaning(line);
	reply.replaceChildren(line.reply ?? (over ? line.failure ?? "" : "no reply yet"), means && element("b", {}, `  ${means}`));
}

/** Shows the lines of a run; new ones come into view unless the reader has scrolled away from the end. */
export function showDialogue(run, lines) {
	if (shown !== run.id) {
		shown = run.id;
		list.keyedChildren = null;
		list.replaceChildren();
	}
	const atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 8;
	keyed(list, lines, newLine(run), showLine);
	if (atEnd) {
		list.scrollTop = list.scrollHeight;
	}
}
