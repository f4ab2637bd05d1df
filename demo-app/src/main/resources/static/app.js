// Places calls, presses keys in one of them, and shows them all. Whatever comes from Asterisk or a caller goes into the
// page as text only.

const KEYS = [..."123456789*0#"];
const OVER = new Set(["ENDED", "FAILED"]);
const INTERVAL = 1000;

const byId = (id) => document.getElementById(id);
const rows = new Map();
let calls = [];
let selected = null;

function element(name, properties = {}, ...children) {
	const result = Object.assign(document.createElement(name), properties);
	result.append(...children);
	return result;
}

// ------------------------------------------------------------------------------------------------------------- HTTP

async function send(method, path, body) {
	const headers = body ? { "Content-Type": "application/json" } : {};
	try {
		const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
		const content = response.status === 204 ? null : await response.json().catch(() => null);
		say(response.ok ? "" : content?.detail ?? `The server says ${response.status}`);
		return response.ok ? content : null;
	}
	catch {
		say("The demo does not answer");
		return null;
	}
}

function say(text) {
	byId("message").textContent = text;
}

async function place(event) {
	event.preventDefault();
	const call = await send("POST", "api/calls", { destination: byId("destination").value });
	if (call) {
		selected = call.id;
		await refreshCalls();
	}
}

async function press(key) {
	if (selected) {
		await send("POST", `api/calls/${encodeURIComponent(selected)}/digits`, { digits: key });
	}
}

async function hangUp(id) {
	await send("DELETE", `api/calls/${encodeURIComponent(id)}`);
}

// ------------------------------------------------------------------------------------------------------------- calls

function newRow(id) {
	const choose = element("input", { type: "radio", name: "selected" });
	choose.addEventListener("change", () => {
		selected = id;
		showKeypad();
	});
	const end = element("button", { type: "button", textContent: "Hang up" });
	end.addEventListener("click", () => hangUp(id));
	const cells = Array.from({ length: 8 }, () => element("td"));
	cells[0].append(choose);
	return { row: element("tr", {}, ...cells), cells, choose, end };
}

function showRow(call) {
	const { cells, choose, end } = rows.get(call.id);
	const over = OVER.has(call.state);
	const texts = [new Date(call.startedAt).toLocaleTimeString(), call.destination, call.state.toLowerCase().replace("_", " "),
		call.outcome, call.script, call.channel];
	texts.forEach((text, index) => cells[index + 1].textContent = text ?? "");
	choose.checked = call.id === selected;
	choose.disabled = over;
	choose.ariaLabel = `Keypad for the call to ${call.destination} of ${texts[0]}`;
	end.ariaLabel = `Hang up the call to ${call.destination} of ${texts[0]}`;
	if (over) {
		cells[7].textContent = call.hangupCause ? `${call.hangupCause.code} ${call.hangupCause.text}` : "";
	}
	else if (!end.isConnected) {
		cells[7].replaceChildren(end);
	}
}

function showCalls() {
	const known = new Set(calls.map((call) => call.id));
	for (const [id, { row }] of rows) {
		if (!known.has(id)) {
			row.remove();
			rows.delete(id);
		}
	}
	// Oldest first, each on top of the one before: a row that stays where it is keeps the focus
	const body = byId("calls").tBodies[0];
	for (const call of [...calls].reverse()) {
		if (!rows.has(call.id)) {
			rows.set(call.id, newRow(call.id));
			body.prepend(rows.get(call.id).row);
		}
		showRow(call);
	}
	byId("calls").hidden = calls.length === 0;
	byId("none").hidden = calls.length > 0;
	showKeypad();
}

function showKeypad() {
	const call = calls.find((candidate) => candidate.id === selected && !OVER.has(candidate.state));
	byId("selected").textContent = call ? `Presses into the call to ${call.destination}.` : "Place a call or choose one.";
	for (const key of byId("keypad").children) {
		key.disabled = !call;
	}
}

async function refreshCalls() {
	try {
		const response = await fetch("api/calls");
		if (response.ok) {
			calls = await response.json();
			showCalls();
		}
	}
	catch {
		// The connections above say so
	}
}

// ------------------------------------------------------------------------------------------------------- connections

async function refreshHealth() {
	let components = { demo: { status: "DOWN" } };
	try {
		// 503 when something is down, with the same body
		const health = await (await fetch("actuator/health")).json();
		components = { ami: health.components?.ami, fastagi: health.components?.fastagi };
	}
	catch {
		// The demo itself is down
	}
	const states = Object.entries(components).map(([name, component]) => [name, component?.status ?? "UNKNOWN"]);
	const text = states.join();
	const list = byId("health");
	if (list.dataset.text !== text) {
		list.dataset.text = text;
		list.replaceChildren(...states.map(([name, status]) =>
			element("li", { className: status === "UP" ? "up" : "down", textContent: `${name} ${status.toLowerCase()}` })));
	}
}

// ------------------------------------------------------------------------------------------------------------- start

for (const key of KEYS) {
	const button = element("button", { type: "button", textContent: key, disabled: true });
	button.addEventListener("click", () => press(key));
	byId("keypad").append(button);
}

byId("place").addEventListener("submit", place);

// The keys of the keyboard press too, unless they are being typed into the form
document.addEventListener("keydown", (event) => {
	const typing = event.target instanceof HTMLInputElement && event.target.type !== "radio";
	if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && KEYS.includes(event.key)) {
		press(event.key);
	}
});

async function refresh() {
	if (!document.hidden) {
		await Promise.all([refreshCalls(), refreshHealth()]);
	}
	setTimeout(refresh, INTERVAL);
}

refresh();
