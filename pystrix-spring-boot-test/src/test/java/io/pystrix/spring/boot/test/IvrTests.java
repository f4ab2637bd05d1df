package io.pystrix.spring.boot.test;

import java.time.Duration;
import java.util.Objects;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.agi.AgiStatus;
import io.pystrix.test.pbx.SimulatedCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import static io.pystrix.test.agi.AgiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of an application as its developer writes them.
 */
@SpringBootTest
@AutoConfigureAsterisk(extensions = { "100=menu?lang=de", "101 = nowhere" })
@Timeout(120)
class IvrTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	@LocalFastAgiPort
	private int port;

	@Autowired
	private AsteriskSimulator asterisk;

	@Autowired
	private Manager manager;

	@Autowired
	private FastAgiServer server;

	@Test
	void theApplicationIsConnectedWhenATestBegins() {
		assertThat(this.manager.isConnected()).isTrue();
		assertThat(this.asterisk.ami().sessions()).isEqualTo(1);
	}

	@Test
	void scriptsAreServedOnAFreePort() {
		assertThat(this.port).isEqualTo(this.server.localPort()).isNotEqualTo(4573);
		assertThat(this.server.address().getAddress().isLoopbackAddress()).isTrue();
	}

	@Test
	void aCallerRunsAScript(@Autowired AgiCaller caller) {
		try (AgiCall call = caller.script("menu").pressDuring("demo-thanks", "2").call()) {
			assertThat(call).endsWithin(SOON)
				.isAnswered()
				.hasVariable("CHOICE", "2")
				.hasVariable("CALLER_LANGUAGE", "none")
				.hasEnded(AgiStatus.SUCCESS);
		}
	}

	@Test
	void eachCallerIsAnother(@Autowired ObjectProvider<AgiCaller> callers) {
		assertThat(callers.getObject()).isNotSameAs(callers.getObject());
	}

	@Test
	void anExtensionRunsItsScript() throws Exception {
		this.manager.originate(new OriginateAction("Local/100@default").application("Wait", "60"));
		AgiCall script = await().atMost(SOON).until(this::script, Objects::nonNull);
		script.awaitCommand("STREAM FILE", SOON);
		script.press("1");
		assertThat(script).endsWithin(SOON).hasHeard("1").hasVariable("CALLER_LANGUAGE", "de");
	}

	private AgiCall script() {
		return this.asterisk.calls()
			.stream()
			.map(SimulatedCall::script)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Prompts {

		@Bean
		AsteriskSimulatorBuilderCustomizer longPrompts() {
			return (builder) -> builder.scripts((call) -> call.prompt("demo-thanks", SOON));
		}

	}

}
