package io.pystrix.spring.integration;

import java.util.UUID;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.LiveChannel;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.metrics.AmiMetricsAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The live state of a real Asterisk, and its meters.
 */
@EnabledIfEnvironmentVariable(named = "ASTERISK_AMI_HOST", matches = ".+")
@Timeout(120)
class AmiLiveIntegrationTests {

	// Where Asterisk is, the environment says
	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withBean("registry", SimpleMeterRegistry.class)
		.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, AmiMetricsAutoConfiguration.class,
				MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class))
		.withPropertyValues("asterisk.ami.live.enabled=true", "asterisk.ami.live.metrics.queues=true");

	@Test
	void queuesOfAsteriskAreMeasured() {
		this.contextRunner.run((context) -> {
			AsteriskState state = context.getBean(AsteriskState.class);
			await().until(() -> state.status() == AsteriskState.SyncStatus.LIVE);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(value(registry, "asterisk.calls")).isNotNegative();
			await().untilAsserted(
					() -> assertThat(registry.find("asterisk.queue.abandoned").tag("queue", "support").meter())
						.isNotNull());
			assertThat(value(registry, "asterisk.queue.completed", "queue", "support")).isNotNegative();
			assertThat(registry.find("asterisk.queue.members").tag("queue", "support").gauges()).isNotEmpty()
				.allSatisfy((members) -> assertThat(members.value()).isNotNegative());
		});
	}

	@Test
	void aCallIsMeasuredAsLongAsItLasts() {
		this.contextRunner.run((context) -> {
			AsteriskState state = context.getBean(AsteriskState.class);
			await().until(() -> state.status() == AsteriskState.SyncStatus.LIVE);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			String id = UUID.randomUUID().toString();
			state.manager()
				.originate(new OriginateAction("Local/wait@default").application("Wait", "60").channelId(id));
			await().until(() -> state.channel(id).map(LiveChannel::state).filter(ChannelState.UP::equals).isPresent());
			assertThat(value(registry, "asterisk.calls")).isPositive();
			assertThat(value(registry, "asterisk.channels", "state", "up")).isPositive();
			state.manager().sendAction(new HangupAction(state.channel(id).orElseThrow().name()));
			await().until(() -> state.call(id).isEmpty());
			await().untilAsserted(() -> assertThat(value(registry, "asterisk.calls")).isEqualTo(state.calls().size()));
		});
	}

	private static double value(MeterRegistry registry, String name, String... tags) {
		Meter meter = registry.get(name).tags(tags).meter();
		return meter.measure().iterator().next().getValue();
	}

}
