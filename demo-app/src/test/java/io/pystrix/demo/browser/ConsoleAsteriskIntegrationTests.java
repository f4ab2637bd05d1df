package io.pystrix.demo.browser;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.action.GetvarAction;
import io.pystrix.ami.action.SetvarAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/**
 * The console on a real Asterisk.
 */
@EnabledIfEnvironmentVariable(named = "ASTERISK_AMI_HOST", matches = ".+")
@ActiveProfiles("asterisk")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "asterisk.fastagi.port=0")
class ConsoleAsteriskIntegrationTests extends AbstractConsoleTests {

	@Autowired
	private FastAgiServer fastAgi;

	private String scriptsBefore;

	@BeforeEach
	void tellAsteriskWhereTheScriptsAre() {
		this.scriptsBefore = manager().sendAction(new GetvarAction("FASTAGI")).value();
		manager().sendAction(new SetvarAction("FASTAGI", "127.0.0.1:" + this.fastAgi.localPort()));
	}

	@AfterEach
	void leaveAsteriskAsItWas() {
		manager().sendAction(new SetvarAction("FASTAGI", this.scriptsBefore));
	}

}
