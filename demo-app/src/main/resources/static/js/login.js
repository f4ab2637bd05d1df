// Says that a login has failed.
import { byId, text } from "./dom.js";

if (new URLSearchParams(location.search).has("failed")) {
	text(byId("message"), "The name or the password is wrong.");
}
