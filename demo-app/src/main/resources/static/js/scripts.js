// The runs of scripts, and the dialogue of one of them as it goes on.
import { showDialogue } from "./dialogue.js";
import { since, timeOf } from "./clock.js";
import { byId, element, keyed, text } from "./dom.js";
import { find, items, onChange } from "./store.js";

const GRADES = { completed: "good", failed: "bad", "not found": "bad" };

let selected = null;
let followed = null;

/** Selects the next run on a channel as soon as there is one, and the last that there was. */
export function follow(call) {
	followed = call;
	selected = null;
	show();
}

function newRun({ id }) {
	const row = element("button", { type: "button", dataset: { run: id } }, element("span", { className: "mono" }), element("small"),
		element("small"), element("small"));
	row.addEventListener("click", () => {
		selected = id;
		show();
	});
	return row;
}

function showRun(row, run) {
	const [path, started, channel, outcome] = row.children;
	text(path, run.path);
	text(started, timeOf(run.startedAt));
	text(channel, run.channel);
	text(outcome, run.outcome ?? "running");
	outcome.className = run.outcome ? GRADES[run.outcome] ?? "" : "good";
}

function describe(run) {
	const who = run.caller ? `, ${run.caller} calls ${run.extension}` : `, extension ${run.extension}`;
	byId("run").replaceChildren(element("b", { className: "mono" }, run.path), ` on ${run.channel}${who}`);
	const commands = run.commands === 1 ? "1 command" : `${run.commands} commands`;
	byId("run-end").replaceChildren(...(run.outcome
		? [element("b", { className: GRADES[run.outcome] ?? "" }, run.outcome), ` after ${(run.millis / 1000).toFixed(1)} s, ${commands}${run.failure ? `: ${run.failure}` : ""}`]
		: ["running for ", since(run.startedAt), `, ${commands}`]));
}

function show() {
	const runs = items("runs").sort((one, other) => other.id - one.id);
	const chosen = find("runs", selected) ?? runs.find(({ call }) => call === followed) ?? runs[0];
	keyed(byId("runs"), runs, newRun, showRun);
	byId("runs-area").hidden = runs.length === 0;
	byId("no-runs").hidden = runs.length > 0;
	text(byId("runs-count"), runs.length ? `${runs.filter(({ outcome }) => !outcome).length} running` : "");
	for (const row of byId("runs").children) {
		row.setAttribute("aria-current", row.dataset.run === chosen.id);
	}
	if (chosen) {
		describe(chosen);
		showDialogue(chosen, items("lines").filter(({ run }) => run === chosen.id));
	}
}

onChange(["runs", "lines"], show);
