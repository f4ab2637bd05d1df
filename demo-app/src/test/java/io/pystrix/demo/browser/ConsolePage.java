package io.pystrix.demo.browser;

import org.openqa.selenium.By;

/**
 * The console.
 */
final class ConsolePage extends Part {

	private final String address;

	ConsolePage(Browser browser, int port) {
		super(browser);
		this.address = "http://127.0.0.1:" + port + "/";
	}

	/** Opens it anew and waits until it shows the state of a connected Asterisk. */
	ConsolePage open() {
		browser().driver().get(this.address);
		return awaitLive();
	}

	ConsolePage awaitLive() {
		awaitState("page", "live");
		awaitState("ami", "connected");
		awaitState("sync", "live");
		return this;
	}

	void awaitState(String name, String value) {
		browser().await("state of " + name + " is " + value,
				(driver) -> driver.findElements(By.cssSelector("#state-" + name + " span"))
					.stream()
					.anyMatch((state) -> state.getText().equals(value)));
	}

	/** Leaves a mark in the page, which a reload would wipe out. */
	void mark() {
		browser().driver().executeScript("window.mark = true");
	}

	boolean isMarked() {
		return Boolean.TRUE.equals(browser().driver().executeScript("return window.mark === true"));
	}

	Phone phone() {
		return new Phone(browser());
	}

	Scripts scripts() {
		return new Scripts(browser());
	}

	Tables tables() {
		return new Tables(browser());
	}

	Events events() {
		return new Events(browser());
	}

}
