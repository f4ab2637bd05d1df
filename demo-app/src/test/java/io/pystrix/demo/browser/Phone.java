package io.pystrix.demo.browser;

import java.time.Duration;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The panel that places calls.
 */
final class Phone extends Part {

	private static final Duration HEARD = Duration.ofSeconds(5);

	Phone(Browser browser) {
		super(browser);
	}

	/** Places a call and waits until it is the selected one. */
	Phone call(String extension) {
		type("destination", extension);
		elements("#place button").get(0).click();
		return awaitSelected(extension);
	}

	/** The same without a mouse. */
	Phone callByKeyboard(String extension) {
		WebElement destination = element("destination");
		destination.clear();
		destination.sendKeys(extension, Keys.ENTER);
		// The next control that is no field: digits are not typed into it
		browser().await("the button has the focus", (driver) -> {
			driver.switchTo().activeElement().sendKeys(Keys.TAB);
			return driver.switchTo().activeElement().getText().equals("Call");
		});
		return awaitSelected(extension);
	}

	private Phone awaitSelected(String extension) {
		browser().await("the call to " + extension + " is selected",
				(driver) -> text("selected").startsWith(extension + ","));
		return this;
	}

	/** Presses a key on the page until the script has heard it. */
	Phone press(String key) {
		WebElement button = browser().driver()
			.findElement(By.xpath("//*[@id='keypad']/button[normalize-space()='" + key + "']"));
		pressUntilHeard(button::click);
		return this;
	}

	/** Presses a key of the keyboard until the script has heard it. */
	void type(String key) {
		pressUntilHeard(() -> browser().driver().switchTo().activeElement().sendKeys(key));
	}

	// A key that is pressed while the prompt does not play yet is lost. One that is
	// pressed again too early meets a call that is over
	private void pressUntilHeard(Runnable press) {
		Scripts scripts = new Scripts(browser());
		browser().await("a digit is heard", (driver) -> {
			press.run();
			return browser().isSoon(HEARD, (same) -> !scripts.heard().isEmpty());
		});
	}

	void hangUp() {
		click("hang-up");
	}

	void park() {
		click("park");
	}

	/** Asks for a transfer, which may be refused. */
	void tryTransfer(String extension) {
		click("transfer");
		type("transfer-extension", extension);
		element("transfer-extension").sendKeys(Keys.ENTER);
	}

	void transfer(String extension) {
		tryTransfer(extension);
		browser().await("the transfer is done: " + text("transfer-message"),
				(driver) -> !element("transfer-dialog").isDisplayed());
	}

	/** What the list says of the latest call. */
	String latest() {
		return elements("#calls > label").get(0).getText();
	}

	void awaitLatest(String... parts) {
		for (String part : parts) {
			browser().await("the latest call is '" + part + "'", (driver) -> latest().contains(part));
		}
	}

}
