package io.pystrix.demo.browser;

import org.openqa.selenium.Keys;

/**
 * The login.
 */
final class LoginPage extends Part {

	private final String console;

	LoginPage(Browser browser, int port) {
		super(browser);
		this.console = "http://127.0.0.1:" + port + "/";
	}

	/** Opens the console, which leads here. */
	LoginPage open() {
		browser().driver().get(this.console);
		return awaitShown();
	}

	LoginPage awaitShown() {
		browser().await("the login is shown", (driver) -> driver.getTitle().startsWith("Sign in"));
		return this;
	}

	void signIn(String username, String password) {
		type("username", username);
		type("password", password);
		element("password").sendKeys(Keys.ENTER);
	}

}
