// What every part of the page needs of the document. Whatever comes from outside goes into it as text only.

export const byId = (id) => document.getElementById(id);

export function element(name, properties = {}, ...children) {
	const { dataset = {}, ...rest } = properties;
	const result = Object.assign(document.createElement(name), rest);
	Object.assign(result.dataset, dataset);
	result.append(...children);
	return result;
}

/** Changes the text only if it is another: an unchanged one is not announced again. */
export function text(target, value) {
	const next = String(value ?? "");
	if (target.textContent !== next) {
		target.textContent = next;
	}
}

/**
 * Makes the children of a parent those of items, in their order. A child whose item stays keeps its place in the document,
 * and so its focus.
 */
export function keyed(parent, items, create, update) {
	const children = parent.keyedChildren ??= new Map();
	const ids = new Set(items.map((item) => item.id));
	for (const [id, child] of children) {
		if (!ids.has(id)) {
			child.remove();
			children.delete(id);
		}
	}
	let next = parent.firstElementChild;
	for (const item of items) {
		let child = children.get(item.id);
		if (!child) {
			child = create(item);
			children.set(item.id, child);
		}
		if (child === next) {
			next = next.nextElementSibling;
		}
		else {
			parent.insertBefore(child, next);
		}
		if (child.keyedItem !== item) {
			child.keyedItem = item;
			update(child, item);
		}
	}
}
