// The server's events: a snapshot, then changes, and signs of life. Comes back by itself.
import { serverSays } from "./clock.js";
import { session } from "./api.js";
import { change, replace } from "./store.js";

const SILENCE = 30_000;
const LONGEST_PAUSE = 10_000;

let source = null;
let silence = 0;
let failures = 0;

/** Opens the stream for good; the listener is told "connecting", "open" or "away". */
export function open(listener) {
	const handlers = { snapshot: replace, change };
	source = new EventSource("api/stream");
	listener(failures === 0 ? "connecting" : "away");
	for (const type of ["snapshot", "change", "heartbeat"]) {
		source.addEventListener(type, ({ data }) => {
			watch(listener);
			const { at, sections } = JSON.parse(data);
			if (at) {
				serverSays(at);
			}
			handlers[type]?.(sections);
			failures = 0;
			listener("open");
		});
	}
	source.addEventListener("error", () => lost(listener));
	watch(listener);
}

function watch(listener) {
	clearTimeout(silence);
	silence = setTimeout(() => lost(listener), SILENCE);
}

function lost(listener) {
	source.close();
	clearTimeout(silence);
	listener("away");
	failures++;
	setTimeout(() => again(listener), Math.min(LONGEST_PAUSE, 500 * 2 ** Math.min(failures, 5)));
}

// Asks first: an event source cannot tell a server that is away from one that wants a login
async function again(listener) {
	await session();
	open(listener);
}
