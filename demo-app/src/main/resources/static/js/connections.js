// How the page, the connection to Asterisk and the FastAGI server are doing.
import { since } from "./clock.js";
import { byId, element, keyed, text } from "./dom.js";
import { find, onChange } from "./store.js";

const SYNC = { live: "good", synchronising: "warn", stale: "bad" };

let stream = "connecting";

export function streamIs(state) {
	if (state !== stream) {
		stream = state;
		show();
	}
}

const grade = (ok, busy) => ok ? "good" : busy ? "warn" : "bad";

function states(ami, fastAgi) {
	const page = { id: "page", name: "Page", grade: grade(stream === "open", stream === "connecting"), value: stream === "open" ? "live" : stream };
	if (!ami || stream !== "open") {
		return [page];
	}
	return [page,
		{ id: "ami", name: "Asterisk", grade: grade(ami.state === "connected", ami.state !== "disconnected"), value: ami.state },
		{ id: "sync", name: "State", grade: SYNC[ami.sync], value: ami.sync },
		{ id: "fastagi", name: "FastAGI", grade: grade(fastAgi.running), value: fastAgi.running ? `${fastAgi.calls} running` : "stopped" }];
}

function showStates(ami, fastAgi) {
	keyed(byId("states"), states(ami, fastAgi), ({ id, name }) => element("li", { id: `state-${id}` }, `${name} `, element("span")),
		(item, { grade, value }) => {
			item.className = grade;
			text(item.lastElementChild, value);
		});
}

function showNotice(ami) {
	const notice = byId("notice");
	if (stream === "away") {
		notice.replaceChildren("The server does not answer. What is shown is old; the page comes back by itself.");
	}
	else if (ami && ami.state !== "connected") {
		notice.replaceChildren(`No connection to Asterisk${ami.failure ? `: ${ami.failure}` : ""}. `,
			ami.nextAttempt ? `Attempt ${ami.attempt} in ` : ami.attempt ? `Attempt ${ami.attempt} is under way.` : "",
			since(ami.nextAttempt));
	}
	notice.hidden = stream !== "away" && (!ami || ami.state === "connected");
}

function facts(list, entries) {
	const shown = Object.entries(entries).filter(([, value]) => value !== null && value !== undefined && value !== "");
	list.replaceChildren(...shown.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, ...[value].flat())]));
}

function showAmi(ami) {
	facts(byId("ami"), {
		"Connection": [ami.state, ", ", since(ami.since)],
		"Address": ami.endpoint,
		"Greeting": ami.greeting,
		"Round trip": ami.roundTripMicros === null ? null : `${(ami.roundTripMicros / 1000).toFixed(1)} ms`,
		"Next attempt": ami.nextAttempt ? [`number ${ami.attempt} in `, since(ami.nextAttempt)] : ami.attempt ? `number ${ami.attempt}, now` : null,
		"Connected": ami.connects === 1 ? "once" : `${ami.connects} times`,
		"Last failure": ami.failure,
		"Events lost": ami.lostEvents || null
	});
}

function showFastAgi(fastAgi) {
	facts(byId("fastagi"), {
		"Address": fastAgi.address ?? "not listening",
		"Calls": `${fastAgi.calls} now, ${fastAgi.total} in all`,
		"Refused": fastAgi.refused || null,
		"Scripts": fastAgi.scripts.map(({ name }) => name).join(", ") || "none"
	});
}

function show() {
	const [ami, fastAgi] = [find("connections", "ami"), find("connections", "fastagi")];
	showStates(ami, fastAgi);
	showNotice(ami);
	if (ami) {
		showAmi(ami);
		showFastAgi(fastAgi);
	}
	byId("sync").className = `badge ${stream === "open" ? SYNC[ami?.sync] ?? "" : "bad"}`;
	text(byId("sync"), stream === "away" ? "stale" : ami?.sync);
	byId("tables").classList.toggle("stale", stream === "away" || ami?.sync === "stale");
}

onChange(["connections"], show);
show();
