// Asks for an extension, and sends a channel there.
import { transfer } from "./api.js";
import { byId, text } from "./dom.js";

const dialog = byId("transfer-dialog");
let channel = null;

export function askWhereTo(whom) {
	if (whom) {
		channel = whom.id;
		text(byId("transfer-channel"), whom.name);
		text(byId("transfer-message"), "");
		byId("transfer-extension").value = "";
		dialog.showModal();
	}
}

byId("transfer-form").addEventListener("submit", async (event) => {
	event.preventDefault();
	const { ok, problem } = await transfer(channel, byId("transfer-extension").value);
	text(byId("transfer-message"), problem);
	if (ok) {
		dialog.close();
	}
});

byId("transfer-cancel").addEventListener("click", () => dialog.close());
