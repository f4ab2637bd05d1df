// The time by the server's clock, and texts that grow older.
import { element, text } from "./dom.js";

let ahead = 0;

export function serverSays(at) {
	ahead = Date.parse(at) - Date.now();
}

export const now = () => Date.now() + ahead;

export const timeOf = (iso) => new Date(iso).toLocaleTimeString([], { hour12: false });

export function span(milliseconds) {
	const seconds = Math.max(0, Math.round(milliseconds / 1000));
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	const padded = String(seconds % 60).padStart(2, "0");
	return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${padded}` : `${minutes}:${padded}`;
}

/** An element that says how long ago a moment was, or how long it is until then. */
export const since = (iso) => iso ? age(element("time", { dateTime: iso, title: timeOf(iso), dataset: { since: iso } })) : "";

function age(target) {
	text(target, span(Math.abs(now() - Date.parse(target.dataset.since))));
	return target;
}

setInterval(() => document.querySelectorAll("[data-since]").forEach(age), 1000);
