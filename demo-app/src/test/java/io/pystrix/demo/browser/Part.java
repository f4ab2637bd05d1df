package io.pystrix.demo.browser;

import java.util.List;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * A part of a page.
 */
abstract class Part {

	private final Browser browser;

	Part(Browser browser) {
		this.browser = browser;
	}

	final Browser browser() {
		return this.browser;
	}

	final WebElement element(String id) {
		return this.browser.driver().findElement(By.id(id));
	}

	final List<WebElement> elements(String selector) {
		return this.browser.driver().findElements(By.cssSelector(selector));
	}

	final void click(String id) {
		this.browser.await("'" + id + "' can be clicked", (driver) -> {
			WebElement target = element(id);
			return target.isEnabled() && target.isDisplayed();
		});
		element(id).click();
	}

	final void type(String id, String text) {
		WebElement field = element(id);
		field.clear();
		field.sendKeys(text);
	}

	/** What an element says, as far as it can be seen. */
	final String text(String id) {
		return element(id).getText();
	}

	final void awaitText(String id, String part) {
		this.browser.await("'" + id + "' says '" + part + "'", (driver) -> text(id).contains(part));
	}

}
