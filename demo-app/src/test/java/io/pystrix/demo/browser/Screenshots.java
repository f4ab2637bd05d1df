package io.pystrix.demo.browser;

import java.nio.file.Files;
import java.nio.file.Path;

import io.pystrix.ami.Manager;
import io.pystrix.ami.action.OriginateAction;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.OutputType;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Takes the pictures of the documentation. It is no test and runs only when it is named,
 * see CONTRIBUTING.md.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class Screenshots {

	private static final Path IMAGES = Path.of("../docs/images");

	@LocalServerPort
	private int port;

	@Autowired
	private Manager manager;

	@Test
	void ofTheConsole() throws Exception {
		Files.createDirectories(IMAGES);
		try (Browser browser = new Browser()) {
			browser.size(1366, 960);
			browser.preferColours("light");
			ConsolePage page = new ConsolePage(browser, this.port).open();
			page.phone().call("100").press("2");
			page.phone().awaitLatest("ended");
			place("dial-ring", "\"Bob\" <201>");
			page.tables().select("bridges");
			page.tables().awaitRow("bridges", "Local/ring@default");
			page.tables().select("channels");
			page.type("caller-id", "Ann <200>");
			page.phone().call("100");
			page.scripts().awaitRunning("STREAM FILE");
			page.tables().awaitRow("channels", "100@default");
			page.awaitText("dialogue", "0:02");
			save(browser, "console-light");
			browser.preferColours("dark");
			page.phone().press("1");
			page.scripts().awaitEnd("completed");
			save(browser, "console-dark");
			browser.size(390, 844);
			page.phone().call("100");
			page.scripts().awaitRunning("STREAM FILE");
			browser.preferColours("light");
			save(browser, "console-phone");
		}
	}

	private void place(String extension, String callerId) {
		this.manager.originate(new OriginateAction("Local/wait@default").context("default")
			.exten(extension)
			.priority("1")
			.callerId(callerId));
	}

	private static void save(Browser browser, String name) throws Exception {
		Files.write(IMAGES.resolve(name + ".png"), browser.driver().getScreenshotAs(OutputType.BYTES));
	}

}
