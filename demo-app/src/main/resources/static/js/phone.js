// Places calls, and does with one of them what a telephone can.
import * as api from "./api.js";
import { since, timeOf } from "./clock.js";
import { byId, element, keyed, text } from "./dom.js";
import { follow } from "./scripts.js";
import { find, items, onChange } from "./store.js";
import { askWhereTo } from "./transfer.js";

const KEYS = [..."123456789*0#"];
const OVER = new Set(["ENDED", "FAILED"]);
const STATES = { PLACED: "placed", RINGING: "ringing", ANSWERED: "answered", IN_SCRIPT: "in script", ENDED: "ended", FAILED: "failed" };

let selected = null;

const living = () => {
	const call = find("phone", selected);
	return call && !OVER.has(call.state) ? call : null;
};

function say({ problem }) {
	text(byId("message"), problem);
}

async function place(event) {
	event.preventDefault();
	const answer = await api.place(byId("destination").value, byId("caller-id").value);
	say(answer);
	if (answer.ok) {
		select(answer.content.id);
	}
}

async function press(key) {
	if (living()) {
		say(await api.press(selected, key));
	}
}

function select(id) {
	selected = id;
	follow(id);
	show();
}

function newCall({ id }) {
	const choose = element("input", { type: "radio", name: "call", value: id });
	choose.addEventListener("change", () => select(id));
	return element("label", {}, choose, element("span"), element("small"), element("small"), element("small"));
}

function showCall(row, call) {
	const [, destination, started, state, outcome] = row.children;
	text(destination, call.destination);
	text(started, timeOf(call.startedAt));
	text(state, call.outcome ?? STATES[call.state]);
	state.className = call.state === "FAILED" ? "bad" : OVER.has(call.state) ? "" : "good";
	text(outcome, call.outcome && STATES[call.state]);
}

function show() {
	// The server's order is its own: newest first, whatever was changed last
	const calls = items("phone").sort((one, other) => other.startedAt.localeCompare(one.startedAt));
	keyed(byId("calls"), calls, newCall, showCall);
	byId("calls").hidden = calls.length === 0;
	byId("no-calls").hidden = calls.length > 0;
	for (const choice of byId("calls").querySelectorAll("input")) {
		choice.checked = choice.value === selected;
	}
	const call = living();
	const known = Boolean(call && find("channels", selected));
	byId("selected").replaceChildren(...(call ? [`${call.destination}, ${STATES[call.state]} `, since(call.startedAt)]
		: ["Place a call or choose one."]));
	for (const key of byId("keypad").children) {
		key.disabled = !call;
	}
	byId("hang-up").disabled = !known;
	byId("transfer").disabled = !known;
	byId("park").disabled = !known;
}

for (const key of KEYS) {
	const button = element("button", { type: "button", textContent: key, disabled: true });
	button.addEventListener("click", () => press(key));
	byId("keypad").append(button);
}

byId("place").addEventListener("submit", place);
byId("hang-up").addEventListener("click", async () => say(await api.hangUp(selected)));
byId("park").addEventListener("click", async () => say(await api.park(selected)));
byId("transfer").addEventListener("click", () => askWhereTo(find("channels", selected)));

// The keys of the keyboard press too, unless they are being typed into something
document.addEventListener("keydown", (event) => {
	const typing = event.target instanceof HTMLInputElement && event.target.type !== "radio";
	if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && KEYS.includes(event.key) && !byId("transfer-dialog").open) {
		press(event.key);
	}
});

onChange(["phone", "channels"], show);
show();
