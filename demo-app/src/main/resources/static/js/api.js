// Requests to the server. Who is not signed in (any more) is sent to the login.

async function request(method, path, body) {
	const headers = body ? { "Content-Type": "application/json" } : {};
	try {
		const response = await fetch(path, { method, headers, body: body && JSON.stringify(body), cache: "no-store" });
		if (response.status === 401) {
			location.assign("login.html");
		}
		const content = response.status === 204 ? null : await response.json().catch(() => null);
		return { ok: response.ok, content, problem: response.ok ? "" : content?.detail ?? `The server says ${response.status}` };
	}
	catch {
		return { ok: false, content: null, problem: "The server does not answer" };
	}
}

const channel = (id) => `api/channels/${encodeURIComponent(id)}`;

export const session = () => request("GET", "api/session");
export const place = (destination, callerId) => request("POST", "api/calls", { destination, callerId });
export const press = (id, digits) => request("POST", `api/calls/${encodeURIComponent(id)}/digits`, { digits });
export const hangUp = (id) => request("DELETE", channel(id));
export const transfer = (id, extension) => request("POST", `${channel(id)}/transfer`, { extension });
export const park = (id) => request("POST", `${channel(id)}/park`);
