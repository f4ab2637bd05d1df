package io.pystrix.demo.browser;

/**
 * The panel of the runs of scripts.
 */
final class Scripts extends Part {

	Scripts(Browser browser) {
		super(browser);
	}

	/** Waits for a command that is not yet answered. */
	Scripts awaitRunning(String command) {
		browser().await("runs " + command, (driver) -> elements("#dialogue .running .command").stream()
			.anyMatch((line) -> line.getText().startsWith(command)));
		return this;
	}

	/** Which digit the script has heard and where, empty if none. */
	String heard() {
		// At once: the line is written anew when its command is over
		return (String) browser().driver()
			.executeScript("return document.querySelector('#dialogue .reply b')?.textContent.trim() ?? ''");
	}

	void awaitDialogue(String... parts) {
		for (String part : parts) {
			awaitText("dialogue", part);
		}
	}

	void awaitEnd(String outcome) {
		awaitText("run-end", outcome);
	}

}
