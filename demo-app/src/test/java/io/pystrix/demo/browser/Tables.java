package io.pystrix.demo.browser;

import java.util.List;

import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The panel of what goes on in Asterisk.
 */
final class Tables extends Part {

	Tables(Browser browser) {
		super(browser);
	}

	void select(String name) {
		click("tab-" + name);
	}

	/** Goes to the next tab by the keyboard. */
	void next() {
		elements("#tabs [aria-selected=true]").get(0).sendKeys(Keys.ARROW_RIGHT);
	}

	String selected() {
		return elements("#tabs [aria-selected=true]").get(0).getText();
	}

	List<String> rows(String name) {
		return elements("#table-" + name + " tbody tr").stream().map(WebElement::getText).toList();
	}

	/** Hangs up the first in the list by the button of its row. */
	void hangUpFirst(String name) {
		browser().await("the first of " + name + " is hung up", (driver) -> {
			elements("#table-" + name + " tbody button[aria-label^='Hang up']").get(0).click();
			return true;
		});
	}

	void awaitRow(String name, String part) {
		browser().await(name + " have '" + part + "'",
				(driver) -> rows(name).stream().anyMatch((row) -> row.contains(part)));
	}

	void awaitNoRow(String name, String part) {
		browser().await(name + " do not have '" + part + "'",
				(driver) -> rows(name).stream().noneMatch((row) -> row.contains(part)));
	}

}
