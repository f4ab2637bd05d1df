package io.pystrix.demo.simulator;

import java.time.Duration;
import java.util.UUID;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.spring.boot.autoconfigure.AmiConnectionDetails;
import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.pbx.Extension;
import io.pystrix.test.pbx.QueuePlan.Member;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Starts the simulator and points the starter at it. It listens on a free port, and calls
 * this application's own FastAGI server wherever that listens.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!asterisk")
class SimulatorConfiguration {

	@Bean(initMethod = "start", destroyMethod = "stop")
	AsteriskSimulator asteriskSimulator(SimulatorAccount account, ObjectProvider<FastAgiServer> fastAgi) {
		return AsteriskSimulator.builder()
			.account(account.username(), account.password())
			.fastAgi(() -> fastAgi.getObject().address())
			.extension("100", "demo")
			.extension("demo", "demo")
			.extension("101", "callback/support")
			.extension("102", "pin")
			.extension("agi-nowhere", "nowhere")
			.extension("200", Duration.ofMinutes(1))
			.extension("201", Extension::busy)
			.extension("agent", (agent) -> agent.answerAfter(Duration.ofSeconds(1)))
			.queue("support", (queue) -> queue.member("agent", Member::notInUse))
			.extension("queue", (line) -> line.answer().queue("support"))
			.extension("conference", (room) -> room.answer().conference("demo"))
			.extension("park", (lot) -> lot.answer().park())
			.scripts((call) -> call.prompt("demo-thanks", Duration.ofSeconds(8)))
			.build();
	}

	@Bean
	SimulatorAccount simulatorAccount() {
		return new SimulatorAccount("demo", UUID.randomUUID().toString());
	}

	@Bean
	AmiConnectionDetails amiConnectionDetails(AsteriskSimulator simulator, SimulatorAccount account) {
		return new SimulatorConnectionDetails(simulator, account);
	}

}
