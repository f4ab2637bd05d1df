package io.pystrix.ami;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.pystrix.ami.action.AgentsAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a manager hears when the test kit replays what a real Asterisk 22 has sent.
 */
@Timeout(60)
class TraceReplayTests extends ManagerTestSupport {

	@ParameterizedTest
	@ValueSource(strings = { "b-call-events", "d-asyncagi", "f-originate", "g-timestamps-chanvars",
			"i-queue-conf-transfer", "j-flood-sample" })
	void everyEventOfATraceIsHeardInItsOrderThoughItComesInPieces(String capture) throws IOException {
		AmiTrace trace = read(capture);
		List<String> expected = trace.events().stream().map(TraceReplayTests::shown).toList();
		List<String> heard = new CopyOnWriteArrayList<>();
		this.manager.registerCallback(AmiEvent.class, (event, m) -> heard.add(shown(event)));
		this.manager.connect();
		await().atMost(PATIENCE).until(() -> heard.size() == 1);
		assertThat(heard.remove(0)).startsWith("FullyBooted");
		this.asterisk.faults().split(1000, 1, 37);
		this.asterisk.replay(trace).events();
		await().atMost(PATIENCE).until(() -> heard.size() >= expected.size());
		assertThat(heard).isEqualTo(expected).hasSizeGreaterThan(100);
	}

	@Test
	void listsOfATraceAnswerActionsThatHaveOtherIds() throws IOException {
		this.asterisk.replay(read("e-list-actions-survey")).nextSession();
		AtomicInteger orphans = new AtomicInteger();
		this.manager.registerOrphanCallback((response, m) -> orphans.incrementAndGet());
		this.manager.connect();
		EventList<?> agents = this.manager.sendAction(new AgentsAction());
		assertThat(agents).isEmpty();
		assertThat(agents.isConsistent()).isTrue();
		assertThat(orphans).hasValue(0);
	}

	private static AmiTrace read(String capture) throws IOException {
		try (InputStream in = TraceReplayTests.class.getResourceAsStream("/captures/" + capture + ".raw")) {
			return AmiTrace.of(in.readAllBytes());
		}
	}

	private static String shown(AmiFrame event) {
		return event.name() + ' ' + event.headers().size() + ' ' + event.get("Uniqueid") + ' ' + event.get("Channel");
	}

	private static String shown(AmiEvent event) {
		return event.name() + ' ' + event.headers().size() + ' ' + event.get("Uniqueid") + ' ' + event.get("Channel");
	}

}
