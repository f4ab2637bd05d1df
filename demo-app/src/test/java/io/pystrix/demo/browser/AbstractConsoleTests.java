package io.pystrix.demo.browser;

import java.util.List;

import io.pystrix.ami.Manager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people do on the console, whichever Asterisk there is.
 */
@Timeout(300)
@EnabledIfBrowser
abstract class AbstractConsoleTests {

	private static Browser browser;

	@LocalServerPort
	private int port;

	@Autowired
	private Manager manager;

	private ConsolePage page;

	@BeforeAll
	static void startBrowser() {
		browser = new Browser();
	}

	@AfterAll
	static void stopBrowser() {
		browser.close();
	}

	@BeforeEach
	void open() {
		browser.size(1280, 1000);
		browser.preferColours("light");
		this.page = new ConsolePage(browser, this.port).open();
		this.page.mark();
	}

	@AfterEach
	void nothingWasLoadedAnewOrForbidden() {
		assertThat(this.page.isMarked()).isTrue();
		assertThat(browser.complaints()).isEmpty();
	}

	final Browser browser() {
		return browser;
	}

	final ConsolePage page() {
		return this.page;
	}

	final Manager manager() {
		return this.manager;
	}

	@Test
	void aKeyOfThePageIsHeardByTheScript() {
		this.page.phone().call("100");
		this.page.scripts().awaitRunning("STREAM FILE \"demo-thanks\"");
		this.page.phone().press("1");
		assertHeard("1");
	}

	@Test
	void aKeyOfTheKeyboardIsHeardByTheScript() {
		this.page.phone().callByKeyboard("100");
		this.page.scripts().awaitRunning("STREAM FILE \"demo-thanks\"");
		this.page.phone().type("2");
		assertHeard("2");
	}

	private void assertHeard(String digit) {
		assertThat(this.page.scripts().heard()).matches("digit " + digit + " at \\d+ samples \\(\\d+\\.\\d s\\)");
		String samples = this.page.scripts().heard().replaceAll("digit . at (\\d+) .*", "$1");
		this.page.scripts().awaitEnd("completed");
		this.page.scripts().awaitDialogue("ANSWER", "200 result=0", "endpos=" + samples, "HANGUP");
		this.page.phone().awaitLatest("digit " + digit + " at " + samples, "ended");
	}

	@Test
	void aCallIsHungUp() {
		this.page.phone().call("wait");
		this.page.phone().awaitLatest("answered");
		this.page.tables().awaitRow("channels", "wait@default");
		this.page.tables().next();
		assertThat(this.page.tables().selected()).startsWith("Calls");
		this.page.tables().awaitRow("calls", ";1");
		this.page.phone().hangUp();
		this.page.phone().awaitLatest("hung up", "ended");
		this.page.tables().awaitNoRow("calls", ";1");
		this.page.tables().select("channels");
		this.page.tables().awaitNoRow("channels", "wait@default");
	}

	@Test
	void aCallIsTransferred() {
		this.page.phone().call("wait");
		this.page.phone().awaitLatest("answered");
		this.page.phone().transfer("echo");
		this.page.phone().awaitLatest("transferred to echo");
		this.page.tables().awaitRow("channels", "echo@default");
		this.page.phone().hangUp();
		this.page.phone().awaitLatest("transferred to echo", "ended");
	}

	@Test
	void twoWhoTalkAreInABridge() {
		this.page.phone().call("dial-wait");
		this.page.tables().select("bridges");
		this.page.tables().awaitRow("bridges", "Local/wait@default-");
		this.page.phone().hangUp();
		this.page.tables().awaitNoRow("bridges", "Local/wait@default-");
		this.page.phone().awaitLatest("ended");
	}

	@Test
	void aCallIsParked() {
		this.page.phone().call("wait");
		this.page.phone().awaitLatest("answered");
		this.page.phone().park();
		this.page.tables().select("parked");
		this.page.tables().awaitRow("parked", "Local/wait@default-");
		this.page.tables().hangUpFirst("parked");
		this.page.tables().awaitNoRow("parked", "Local/wait@default-");
		this.page.phone().awaitLatest("ended");
	}

	@Test
	void aTransferIntoTheVoidIsToldAndTheDialogStaysOpen() {
		this.page.phone().call("wait");
		this.page.phone().awaitLatest("answered");
		this.page.phone().tryTransfer("no_such_extension");
		browser.await("the reason is told", (driver) -> !this.page.text("transfer-message").isEmpty());
		this.page.click("transfer-cancel");
		List<String> complaints = browser.await("the browser complains", (driver) -> {
			List<String> found = browser.complaints();
			return found.isEmpty() ? null : found;
		});
		assertThat(complaints).singleElement().asString().contains("/transfer");
		this.page.phone().awaitLatest("ended");
	}

	@Test
	void eventsAreFilteredAndPaused() {
		this.page.events().filter("Hang*", "");
		this.page.phone().call("wait").hangUp();
		this.page.phone().awaitLatest("ended");
		this.page.events().awaitName("Hangup");
		assertThat(this.page.events().names()).allMatch((name) -> name.startsWith("Hang"));
		this.page.events().filter("", "no such text");
		this.page.awaitText("no-events", "None that the filter lets through");
		this.page.events().filter("Newchannel", "local/wait@default");
		this.page.events().awaitName("Newchannel");
		assertThat(this.page.events().details()).contains("Channel: Local/wait@default-", "Uniqueid: ");
		this.page.events().pauseOrResume();
		int before = this.page.events().names().size();
		this.page.phone().call("wait").hangUp();
		this.page.phone().awaitLatest("ended");
		this.page.awaitText("events-count", "since the pause");
		assertThat(this.page.events().names()).hasSize(before);
		this.page.events().pauseOrResume();
		browser.await("the events have come", (driver) -> this.page.events().names().size() > before);
		assertThat(this.page.events().count()).doesNotContain("lost", "since the pause");
	}

}
