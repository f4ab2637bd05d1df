// What goes on in Asterisk: a tab with a table for each kind of things.
import { hangUp } from "./api.js";
import { since } from "./clock.js";
import { byId, element, keyed, text } from "./dom.js";
import { find, items, onChange } from "./store.js";
import { addTab } from "./tabs.js";
import { askWhereTo } from "./transfer.js";

const mono = (value) => element("span", { className: "mono" }, value ?? "");

const clipped = (value, kind = "") => element("span", { className: `clipped ${kind}`, title: value ?? "" }, value ?? "");

const parties = ({ caller, connected }) => connected && connected !== caller ? `${caller || "unknown"} ↔ ${connected}` : caller;

const channelName = (id) => find("channels", id)?.name ?? id;

const names = (ids) => lines(ids.map((id) => mono(channelName(id))));

const lines = (parts) => parts.length ? parts.flatMap((part, index) => index ? [element("br"), part] : [part]) : ["none"];

function actions(id) {
	const end = element("button", { type: "button", textContent: "Hang up" });
	const send = element("button", { type: "button", textContent: "Transfer…" });
	end.ariaLabel = `Hang up ${channelName(id)}`;
	send.ariaLabel = `Transfer ${channelName(id)}`;
	end.addEventListener("click", async () => text(byId("pbx-message"), (await hangUp(id)).problem));
	send.addEventListener("click", () => askWhereTo(find("channels", id)));
	return [send, end];
}

const member = ({ name, status, paused, reason }) => `${name}: ${paused ? `paused${reason ? ` (${reason})` : ""}` : status}`;

const KINDS = [
	{
		name: "channels", title: "Channels", empty: "No channels.",
		columns: ["Channel", "State", "Caller", "Extension", "Application", "Since", ""],
		cells: (it) => [mono(it.name), it.onHold ? `${it.state}, on hold` : it.state, clipped(parties(it)), it.place, clipped(it.application, "mono"),
			since(it.since), actions(it.id)]
	},
	{
		name: "calls", title: "Calls", empty: "No calls.", needs: ["channels"],
		columns: ["Caller", "Dialled", "Channels", "Since", "Talking"],
		cells: (it) => [it.caller || "unknown", it.dialed, names(it.channels), since(it.startedAt), since(it.answeredAt)]
	},
	{
		name: "bridges", title: "Bridges", empty: "No bridges.", needs: ["channels"],
		columns: ["Bridge", "Type", "Technology", "Channels"],
		cells: (it) => [mono(it.name || it.id), it.type, it.technology, names(it.channels)]
	},
	{
		name: "queues", title: "Queues", empty: "No queues.",
		columns: ["Queue", "Strategy", "Waiting", "Members", "Answered", "Given up", "Hold"],
		cells: (it) => [it.id, it.strategy, waiting(it.callers), lines(it.members.map(member)), it.completed, it.abandoned,
			it.holdSeconds === null ? "" : `${it.holdSeconds} s`]
	},
	{
		name: "parked", title: "Parked", empty: "No parked calls.",
		columns: ["Space", "Lot", "Caller", "Channel", "Sent back in", ""],
		cells: (it) => [it.space, it.lot, it.caller, mono(it.channel), since(it.until), actions(it.id)]
	},
	{
		name: "conferences", title: "Conferences", empty: "No conferences.",
		columns: ["Conference", "Participants", "Recording"],
		cells: (it) => [it.id, lines(it.participants.map(({ channel, caller, muted, talking }) =>
			`${caller || channel}${muted ? ", muted" : ""}${talking ? ", talking" : ""}`)), it.recording ? "yes" : "no"]
	}
];

const waiting = (callers) => lines(callers.map(({ position, caller, channel, since: joined }) =>
	element("span", {}, `${position}. ${caller || channel} `, since(joined))));

function addTable({ name, title, empty, columns, cells, needs = [] }) {
	const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" },
		column || element("span", { ariaLabel: "Actions" }))));
	const body = element("tbody");
	const table = element("table", { id: `table-${name}` }, element("thead", {}, head), body);
	const none = element("p", { className: "empty", textContent: empty });
	const count = element("span", { className: "count" });
	const panel = element("div", { className: "scroll", tabIndex: 0 }, none, table);
	addTab(name, title, count, panel);
	const show = (rows) => {
		keyed(body, rows, ({ id }) => element("tr", { dataset: { id } }, ...columns.map(() => element("td"))),
			(row, item) => cells(item).forEach((value, index) => row.children[index].replaceChildren(...[value ?? ""].flat())));
		table.hidden = rows.length === 0;
		none.hidden = rows.length > 0;
		text(count, ` ${rows.length}`);
	};
	const order = (one, other) => (one.since ?? one.startedAt ?? one.id).localeCompare(other.since ?? other.startedAt ?? other.id);
	onChange([name], () => show(items(name).sort(order)));
	// Names of channels may come later than what is made of them
	onChange(needs, () => show(items(name).sort(order).map((item) => ({ ...item }))));
	show([]);
}

KINDS.forEach(addTable);
