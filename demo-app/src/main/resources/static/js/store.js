// The sections as the server last told them, and who wants to know of their changes.

const sections = new Map();
const listeners = [];
const changed = new Set();
let asked = false;

const section = (name) => sections.get(name) ?? sections.set(name, new Map()).get(name);

export const items = (name) => [...section(name).values()];

export const find = (name, id) => section(name).get(id);

/** Runs something when one of the sections has changed, once for all changes of a frame. */
export function onChange(names, listener) {
	listeners.push({ names, listener });
}

export function replace(all) {
	sections.clear();
	for (const [name, rows] of Object.entries(all)) {
		rows.forEach((row) => section(name).set(row.id, row));
	}
	listeners.forEach(({ names }) => names.forEach((name) => changed.add(name)));
	ask();
}

export function change(all) {
	for (const [name, { set, gone }] of Object.entries(all)) {
		gone.forEach((id) => section(name).delete(id));
		set.forEach((row) => section(name).set(row.id, row));
		changed.add(name);
	}
	ask();
}

// No animation frames: a page in the background has none, and would pile up what it missed
function ask() {
	if (!asked) {
		asked = true;
		setTimeout(tell);
	}
}

function tell() {
	asked = false;
	const names = new Set(changed);
	changed.clear();
	for (const listener of listeners) {
		if (listener.names.some((name) => names.has(name))) {
			listener.listener();
		}
	}
}
