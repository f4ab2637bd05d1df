// Puts the parts of the page together.
import { session } from "./api.js";
import { byId } from "./dom.js";
import { streamIs } from "./connections.js";
import { open } from "./stream.js";
import "./events.js";
import "./pbx.js";
import "./phone.js";
import "./scripts.js";

open(streamIs);

const { content } = await session();
byId("logout").hidden = !content?.user;
