package io.pystrix.demo.ivr.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerConnectionException;
import io.pystrix.demo.ivr.AtOnce;
import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CallbackService} and {@link CallbackDispatcher}: who is called when,
 * and how often.
 */
@CallbackTest
class CallbackServiceTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int FREE = 1;

	private static final int IN_USE = 2;

	@Autowired
	private AsteriskSimulator asterisk;

	@Autowired
	private Manager manager;

	@Autowired
	private Callbacks callbacks;

	@Autowired
	private CallbackService service;

	@BeforeEach
	void nobodyHasAsked() {
		this.callbacks.deleteAll();
	}

	private Callback await(Callback callback, Predicate<Callback> condition) {
		return Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.service.find(callback.id()).orElseThrow(), condition);
	}

	@Test
	void aCallerIsReachedAndConnectedWithTheQueue() {
		Callback callback = this.service.request("2001", "support");
		assertThat(this.service.call(callback)).isTrue();
		AmiRequest request = this.asterisk.ami().awaitRequest("Originate", PATIENCE);
		assertThat(request.get("Channel")).isEqualTo("Local/2001@default");
		assertThat(request.get("Application")).isEqualTo("Queue");
		assertThat(request.get("Data")).isEqualTo("support");
		Callback reached = await(callback, (now) -> now.state() == CallbackState.REACHED);
		assertThat(reached.attempts()).isEqualTo(1);
		assertThat(reached.outcome()).isEqualTo("answered");
		assertThat(this.service.call(reached)).as("a second call").isFalse();
	}

	@Test
	void aCallerWhoIsNotReachedIsCalledAgainAndThenGivenUp() {
		Callback callback = this.service.request("2009", "support");
		this.service.call(callback);
		Callback missed = await(callback, (now) -> now.outcome() != null);
		assertThat(missed.state()).isEqualTo(CallbackState.WAITING);
		assertThat(missed.outcome()).isEqualTo("failed");
		assertThat(missed.nextAttemptAt()).isAfter(Instant.now().plus(Duration.ofMinutes(30)));
		this.service.call(missed);
		Callback givenUp = await(callback, (now) -> now.state() == CallbackState.GIVEN_UP);
		assertThat(givenUp.attempts()).isEqualTo(2);
		assertThat(this.service.call(givenUp)).isFalse();
		assertThat(this.service.request("2009", "support").id()).as("may ask again").isNotEqualTo(callback.id());
	}

	@Test
	void anAttemptWhoseConnectionIsLostCounts() {
		Callback callback = this.service.request("2001", "support");
		this.asterisk.ami().on("Originate", (request) -> {
			this.asterisk.ami().dropConnections();
			return null;
		});
		this.service.call(callback);
		Callback lost = await(callback, (now) -> now.outcome() != null);
		assertThat(lost.state()).isEqualTo(CallbackState.WAITING);
		assertThat(lost.outcome()).isEqualTo("no word from Asterisk");
	}

	@Test
	void aRequestWaitsWhileThereIsNoConnection() {
		Callback callback = this.service.request("2001", "support");
		this.manager.disconnect();
		assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(() -> this.service.call(callback));
		this.service.callDue();
		assertThat(this.service.find(callback.id())).contains(callback);
	}

	@Test
	void manyWhoCallAtOnceCallOnce() throws Exception {
		Callback callback = this.service.request("2001", "support");
		List<Boolean> called = AtOnce.run(() -> this.service.call(callback));
		assertThat(called).containsOnlyOnce(true);
		await(callback, (now) -> now.state() == CallbackState.REACHED);
		assertThat(this.asterisk.ami().requests("Originate")).hasSize(1);
	}

	@Test
	void aNumberThatAsksManyTimesAtOnceIsCalledBackOnce() throws Exception {
		List<Callback> requested = AtOnce.run(() -> this.service.request("2001", "support"));
		assertThat(requested).extracting(Callback::id).containsOnly(requested.get(0).id());
		assertThat(this.callbacks.findAll()).hasSize(1);
	}

	@Test
	void asManyAreCalledAsThereAreFreeAgents() {
		Callback first = this.service.request("2001", "support");
		Callback second = this.service.request("2002", "support");
		SimulatedQueue.in(this.asterisk.ami(), 0, 0, IN_USE);
		this.service.callDue();
		assertThat(this.asterisk.ami().requests("Originate")).isEmpty();
		SimulatedQueue.in(this.asterisk.ami(), 1, 0, FREE);
		this.service.callDue();
		assertThat(this.asterisk.ami().requests("Originate")).as("a caller waits for this agent").isEmpty();
		SimulatedQueue.in(this.asterisk.ami(), 0, 0, FREE, IN_USE);
		this.service.callDue();
		await(first, (now) -> now.state() == CallbackState.REACHED);
		assertThat(this.service.find(second.id())).contains(second);
	}

	@Test
	void anAgentWhoBecomesFreeIsNoticed() {
		Callback callback = this.service.request("2001", "support");
		SimulatedQueue.in(this.asterisk.ami(), 0, 0, FREE);
		this.asterisk.ami()
			.broadcast(AmiFrame.event("QueueMemberStatus")
				.with("Privilege", "agent,all")
				.with("Queue", "support")
				.with("MemberName", "Ann")
				.with("Interface", "PJSIP/1")
				.with("Status", "1"));
		await(callback, (now) -> now.state() == CallbackState.REACHED);
	}

}
