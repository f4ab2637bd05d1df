package io.pystrix.demo.browser;

import java.util.List;

/**
 * The panel of events.
 */
final class Events extends Part {

	Events(Browser browser) {
		super(browser);
	}

	void filter(String name, String text) {
		type("event-name", name);
		type("event-text", text);
	}

	void pauseOrResume() {
		click("pause");
	}

	List<String> names() {
		// At once: events come and go meanwhile
		return ((List<?>) browser().driver()
			.executeScript(
					"return [...document.querySelectorAll('#events details')].map((event) => event.dataset.name)"))
			.stream()
			.map(String::valueOf)
			.toList();
	}

	void awaitName(String name) {
		browser().await("there is an event " + name, (driver) -> names().contains(name));
	}

	String count() {
		return text("events-count");
	}

	/** Opens the first event and returns all that it says. */
	String details() {
		elements("#events summary").get(0).click();
		return browser().await("the event is open",
				(driver) -> elements("#events pre").stream()
					.findFirst()
					.map((headers) -> headers.getText())
					.orElse(null));
	}

}
