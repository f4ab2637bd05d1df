package io.pystrix.integration;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerException;
import io.pystrix.ami.ReconnectPolicy;
import io.pystrix.ami.Registration;
import io.pystrix.ami.action.CoreSettingsAction;
import io.pystrix.ami.action.SetvarAction;
import io.pystrix.ami.action.UserEventAction;
import io.pystrix.ami.event.VarSetEvent;
import io.pystrix.ami.message.AmiEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Event filters by match criteria, which main/manager.c has from 18.26, 20.11, 21.6, 22.1
 * and 23.0 on.
 */
@RealAsterisk.Required
class EventFilterIntegrationTests {

	private static final List<String> FILTERS = List.of("action(exclude),name(VarSet)",
			"eventfilter(action(exclude),name(UserEvent),header(UserEvent),method(starts_with)) = PystrixNot");

	private static final ReconnectPolicy FAST = ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(20),
			Duration.ofMillis(100));

	@Test
	void criteriaAreInForceAfterEachLoginOrAreRefused() throws IOException {
		try (AmiProxy proxy = new AmiProxy();
				Manager plain = RealAsterisk.builder().build();
				Manager filtered = RealAsterisk.builder()
					.host("127.0.0.1")
					.port(proxy.port())
					.filters(FILTERS)
					.reconnect(FAST)
					.build()) {
			plain.connect();
			if (!hasCriteria(plain)) {
				assertThatExceptionOfType(ManagerException.class).isThrownBy(filtered::connect)
					.withMessageContaining("does not support match criteria");
				return;
			}
			filtered.connect();
			assertThatFiltersAreInForce(plain, filtered);
			proxy.cut();
			await().atMost(RealAsterisk.PATIENCE)
				.until(() -> filtered.status().connects() == 2 && filtered.isConnected());
			assertThatFiltersAreInForce(plain, filtered);
		}
	}

	private static void assertThatFiltersAreInForce(Manager plain, Manager filtered) {
		List<AmiEvent> seen = new CopyOnWriteArrayList<>();
		Registration registration = filtered.registerCallback(AmiEvent.class, (event, m) -> seen.add(event));
		CompletableFuture<VarSetEvent> set = plain.nextEvent(VarSetEvent.class,
				(event) -> event.variable().equals("PYSTRIX_FILTER"));
		plain.sendAction(new SetvarAction("PYSTRIX_FILTER", "x"));
		plain.sendAction(new UserEventAction("PystrixNotThis"));
		plain.sendAction(new UserEventAction("PystrixEnd"));
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> seen.stream().anyMatch((event) -> "PystrixEnd".equals(event.get("UserEvent"))));
		registration.close();
		assertThat(set).succeedsWithin(RealAsterisk.PATIENCE);
		assertThat(seen).noneMatch((event) -> event.name().equals("VarSet"))
			.noneMatch((event) -> "PystrixNotThis".equals(event.get("UserEvent")));
	}

	/** Of the releases that these tests run against. */
	private static boolean hasCriteria(Manager manager) {
		String version = String.valueOf(manager.sendAction(new CoreSettingsAction()).get("AsteriskVersion"));
		return !version.startsWith("16.");
	}

}
