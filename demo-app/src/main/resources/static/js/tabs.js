// Tabs, by mouse and by arrow keys.
import { byId, element } from "./dom.js";

const list = byId("tabs");

export function addTab(name, title, count, panel) {
	const tab = element("button", { type: "button", id: `tab-${name}`, role: "tab" }, title, " ", count);
	tab.setAttribute("aria-controls", `panel-${name}`);
	panel.id = `panel-${name}`;
	panel.setAttribute("role", "tabpanel");
	panel.setAttribute("aria-labelledby", tab.id);
	tab.addEventListener("click", () => select(tab));
	list.append(tab);
	byId("tables").append(panel);
	select(list.firstElementChild);
}

function select(chosen) {
	for (const tab of list.children) {
		tab.setAttribute("aria-selected", tab === chosen);
		tab.tabIndex = tab === chosen ? 0 : -1;
		byId(tab.getAttribute("aria-controls")).hidden = tab !== chosen;
	}
}

list.addEventListener("keydown", (event) => {
	const tabs = [...list.children];
	const at = tabs.indexOf(document.activeElement);
	const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
	if (next !== undefined) {
		event.preventDefault();
		const tab = tabs.at(next % tabs.length);
		select(tab);
		tab.focus();
	}
});
