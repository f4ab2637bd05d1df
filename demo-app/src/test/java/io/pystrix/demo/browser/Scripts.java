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
		return elements("#dialogue .reply b").stream().map((line) -> line.getText().strip()).findFirst().orElse("");
	}

	String dialogue() {
		return text("dialogue");
	}

	void awaitEnd(String outcome) {
		awaitText("run-end", outcome);
	}

}
