package io.pystrix.demo.browser;

import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.ami.AmiAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console on the simulator, and how it looks.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "asterisk.ami.reconnect.initial-delay=500ms", "asterisk.ami.reconnect.max-delay=500ms" })
class ConsoleTests extends AbstractConsoleTests {

	private static final String BACKGROUND = "return getComputedStyle(document.body).backgroundColor";

	@Autowired
	private AsteriskSimulator asterisk;

	/** What tells pages what changes. */
	@Autowired
	private SmartLifecycle broadcast;

	@Test
	void aLostAsteriskIsShownAndFoundAgain() {
		page().phone().call("wait");
		page().phone().awaitLatest("answered");
		this.asterisk.stop();
		page().awaitState("ami", "reconnecting");
		page().awaitState("sync", "stale");
		page().awaitText("notice", "No connection to Asterisk");
		page().awaitText("ami", "Next attempt");
		this.asterisk.start();
		page().awaitLive();
		browser().await("the notice is gone", (driver) -> !driver.findElement(By.id("notice")).isDisplayed());
		page().awaitText("ami", "2 times");
		page().phone().awaitLatest("ended");
		page().phone().call("wait").hangUp();
		page().phone().awaitLatest("hung up");
	}

	@Test
	void aRefusalIsTold() {
		page().phone().call("wait");
		page().phone().awaitLatest("answered");
		this.asterisk.ami().on("Hangup").answer(AmiAnswer.error("Not today"));
		page().tables().select("channels");
		page().tables().hangUpFirst("channels");
		page().awaitText("pbx-message", "Asterisk refuses: Not today");
		this.asterisk.ami().off("Hangup");
		page().tables().hangUpFirst("channels");
		page().phone().awaitLatest("hung up");
		browser().await("the message is gone", (driver) -> !driver.findElement(By.id("pbx-message")).isDisplayed());
		assertThat(browser().complaints()).hasSize(1).allMatch((complaint) -> complaint.contains(" 502 "));
	}

	@Test
	void aLostServerIsShownAndFoundAgain() {
		this.broadcast.stop();
		page().awaitState("page", "away");
		page().awaitText("notice", "The server does not answer");
		this.broadcast.start();
		page().awaitLive();
		page().phone().call("wait").hangUp();
		page().phone().awaitLatest("hung up");
		assertThat(browser().complaints()).allMatch((complaint) -> complaint.contains(" 503 "));
	}

	@ParameterizedTest
	@CsvSource({ "light, dark", "dark, light" })
	void theSystemsColoursCountUntilOthersAreChosen(String system, String other) {
		browser().preferColours(other);
		Object background = browser().driver().executeScript(BACKGROUND);
		browser().preferColours(system);
		assertThat(browser().driver().executeScript(BACKGROUND)).isNotEqualTo(background);
		WebElement button = browser().driver().findElement(By.id("theme"));
		button.click();
		assertThat(browser().driver().executeScript(BACKGROUND)).isEqualTo(background);
		assertThat(button.getDomAttribute("aria-pressed")).isEqualTo(String.valueOf(other.equals("dark")));
		page().open();
		assertThat(browser().driver().executeScript(BACKGROUND)).isEqualTo(background);
		browser().driver().executeScript("localStorage.clear()");
		page().mark();
	}

	@ParameterizedTest
	@CsvSource({ "320", "375", "768" })
	void aSmallScreenDoesNotScrollSideways(int width) {
		browser().size(width, 700);
		page().phone().call("100");
		page().scripts().awaitRunning("STREAM FILE");
		page().tables().awaitRow("channels", "100@default");
		Object overflow = browser().driver()
			.executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
		assertThat(overflow).isEqualTo(0L);
		page().phone().press("1");
		page().phone().awaitLatest("ended");
	}

	@Test
	void everythingThatCanBeUsedHasAName() {
		page().phone().call("wait");
		page().phone().awaitLatest("answered");
		// Once more if a row goes meanwhile
		browser().await("all controls are looked at", (driver) -> {
			assertThat(page().elements("button, input, [role=tab]")).filteredOn(WebElement::isDisplayed)
				.hasSizeGreaterThan(20)
				.allSatisfy((control) -> assertThat(control.getAccessibleName()).as(control.getDomProperty("outerHTML"))
					.isNotBlank());
			return true;
		});
		page().phone().hangUp();
		page().phone().awaitLatest("ended");
	}

}
