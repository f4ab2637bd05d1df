// Applied before anything is painted, so this is no module. Without a choice the system's theme counts.
(() => {
	const root = document.documentElement;
	const key = "theme";
	const system = matchMedia("(prefers-color-scheme: dark)");
	const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";

	function stored() {
		try {
			return localStorage.getItem(key);
		}
		catch {
			return null;
		}
	}

	function store(theme) {
		try {
			localStorage.setItem(key, theme);
		}
		catch {
			// Then it counts until the page is left
		}
	}

	if (["light", "dark"].includes(stored())) {
		root.dataset.theme = stored();
	}

	document.addEventListener("DOMContentLoaded", () => {
		const button = document.getElementById("theme");
		const show = () => button?.setAttribute("aria-pressed", isDark());
		button?.addEventListener("click", () => {
			root.dataset.theme = isDark() ? "light" : "dark";
			store(root.dataset.theme);
			show();
		});
		system.addEventListener("change", show);
		show();
	});
})();
