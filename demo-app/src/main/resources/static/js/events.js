// The latest events: which of them are shown, a pause, and what was missed.
import { timeOf } from "./clock.js";
import { byId, element, keyed, text } from "./dom.js";
import { items, onChange } from "./store.js";

const KEPT = 500;
const SHOWN = 200;
const ABOUT = /^(Channel|DestChannel|LocalOneChannel|Queue|Conference|Device|Command|Digit|Application|Cause-txt): /;

let kept = [];
let last = null;
let lost = 0;
// While paused, what was kept when it began, and the last number then
let paused = null;
let pausedAt = 0;

// Events are numbered by the server. It has the last ones only, so numbers that are missing in between were lost.
function collect() {
	const fresh = items("events").map((event) => ({ ...event, number: Number(event.id) })).sort((one, other) => one.number - other.number);
	// Numbers that went back are those of a server that was started again
	if (fresh.length && last !== null && fresh.at(-1).number < last) {
		last = null;
	}
	for (const event of fresh.filter(({ number }) => last === null || number > last)) {
		const gap = last === null ? 0 : event.number - last - 1;
		lost += gap;
		last = event.number;
		kept.push({ ...event, gap, found: [event.name, ...event.headers].join("\n").toLowerCase() });
	}
	kept = kept.slice(-KEPT);
	show();
}

// Names with * for anything, separated by commas
function names(patterns) {
	const alternatives = patterns.split(",").map((pattern) => pattern.trim()).filter(Boolean)
		.map((pattern) => pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*"));
	return alternatives.length ? new RegExp(`^(?:${alternatives.join("|")})$`, "i") : /^/;
}

function newEvent(event) {
	// What it is about first
	const about = event.headers.filter((header) => ABOUT.test(header));
	const rest = event.headers.filter((header) => !ABOUT.test(header));
	const summary = element("summary", {}, element("time", { dateTime: event.at }, timeOf(event.at)), element("span", {}, event.name),
		element("span", { className: "mono" }, [...about, ...rest].slice(0, 8).join("  ")));
	const row = element("details", { dataset: { name: event.name } }, summary);
	row.addEventListener("toggle", () => {
		if (row.open && row.children.length === 1) {
			row.append(element("pre", {}, event.headers.join("\n")));
		}
	});
	const before = event.gap ? [element("p", { className: "lost" }, `${event.gap} events were lost before this`)] : [];
	return element("div", {}, row, ...before);
}

function show() {
	const source = paused ?? kept;
	const pattern = names(byId("event-name").value);
	const wanted = byId("event-text").value.trim().toLowerCase();
	const matching = source.filter(({ name, found }) => pattern.test(name) && found.includes(wanted));
	keyed(byId("events"), matching.slice(-SHOWN).reverse(), newEvent, () => { });
	const since = paused ? (last ?? 0) - pausedAt : 0;
	const parts = [`${Math.min(matching.length, SHOWN)} of ${source.length}`, since ? `${since} since the pause` : "", lost ? `${lost} lost` : ""];
	text(byId("events-count"), parts.filter(Boolean).join(", "));
	byId("no-events").hidden = matching.length > 0;
	text(byId("no-events"), source.length ? "None that the filter lets through." : "None yet.");
}

byId("pause").addEventListener("click", () => {
	paused = paused ? null : [...kept];
	pausedAt = last ?? 0;
	byId("pause").setAttribute("aria-pressed", paused !== null);
	text(byId("pause"), paused ? "Resume" : "Pause");
	show();
});

byId("clear").addEventListener("click", () => {
	kept = [];
	paused = paused && [];
	lost = 0;
	show();
});

byId("filter").addEventListener("input", show);
byId("filter").addEventListener("submit", (event) => event.preventDefault());
onChange(["events"], collect);
