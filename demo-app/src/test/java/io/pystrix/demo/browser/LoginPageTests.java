package io.pystrix.demo.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The login in a browser.
 */
@Timeout(300)
@EnabledIfBrowser
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "demo.login.required=true", "demo.login.password=a secret" })
class LoginPageTests {

	@LocalServerPort
	private int port;

	@Test
	void theConsoleIsBehindALogin() {
		try (Browser browser = new Browser()) {
			LoginPage login = new LoginPage(browser, this.port).open();
			login.signIn("admin", "wrong");
			login.awaitText("message", "The name or the password is wrong");
			login.signIn("admin", "a secret");
			ConsolePage page = new ConsolePage(browser, this.port).awaitLive();
			page.phone().call("wait").hangUp();
			page.phone().awaitLatest("hung up");
			page.elements("#logout button").get(0).click();
			login.awaitShown();
			assertThat(browser.complaints()).isEmpty();
			browser.driver().get("http://127.0.0.1:" + this.port + "/");
			login.awaitShown();
		}
	}

}
