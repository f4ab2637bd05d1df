package io.pystrix.demo;

import java.util.Map;

import io.pystrix.ami.Manager;
import io.pystrix.demo.calls.Call;
import io.pystrix.demo.calls.CallState;
import io.pystrix.test.AsteriskSimulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo when Asterisk goes away and comes back.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "asterisk.ami.reconnect.initial-delay=20ms", "asterisk.ami.reconnect.max-delay=200ms" })
class ConnectionLossTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Manager manager;

	@Autowired
	private AsteriskSimulator asterisk;

	private DemoClient demo;

	@BeforeEach
	void connect() {
		this.demo = new DemoClient(this.port);
		this.demo.awaitHealth("UP");
	}

	@Test
	void theApplicationOutlivesAsterisk() {
		Call interrupted = this.demo.placeAndListen(this.manager);
		this.asterisk.stop();
		this.demo.awaitHealth("DOWN");
		this.demo.awaitCall(interrupted.id(), (call) -> call.outcome() != null);
		this.demo.post("/api/calls", Map.of("destination", "100"))
			.expectStatus()
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		this.demo.http().get().uri("/").exchange().expectStatus().isOk();
		this.asterisk.start();
		this.demo.awaitHealth("UP");
		Call next = this.demo.placeAndListen(this.manager);
		this.demo.press(next, "2").expectStatus().isNoContent();
		Call call = this.demo.awaitCall(next.id(), (candidate) -> candidate.state().isOver());
		assertThat(call.outcome()).startsWith("digit 2 at ");
	}

	@Test
	void aCallThatEndsWhileNobodyListensIsFoundLost() {
		Call placed = this.demo.place("wait");
		Call call = this.demo.awaitCall(placed.id(), (candidate) -> candidate.state() == CallState.ANSWERED);
		this.asterisk.ami().stop();
		this.demo.awaitHealth("DOWN");
		this.asterisk.hangUp(String.valueOf(call.channel()));
		Awaitility.await().atMost(DemoClient.PATIENCE).until(() -> this.asterisk.calls().isEmpty());
		this.asterisk.ami().start();
		Call lost = this.demo.awaitCall(placed.id(), (candidate) -> candidate.state().isOver());
		assertThat(lost.state()).isEqualTo(CallState.ENDED);
		assertThat(lost.outcome()).isEqualTo("lost");
	}

	@Test
	void aCallThatOutlivesTheConnectionIsNotTakenForLost() {
		Call placed = this.demo.place("wait");
		this.demo.awaitCall(placed.id(), (candidate) -> candidate.state() == CallState.ANSWERED);
		this.asterisk.ami().stop();
		this.demo.awaitHealth("DOWN");
		int lists = this.asterisk.ami().requests("CoreShowChannels").size();
		this.asterisk.ami().start();
		// The live state asks for one, and who follows calls for another
		this.asterisk.ami().awaitRequests("CoreShowChannels", lists + 2, DemoClient.PATIENCE);
		this.demo.awaitHealth("UP");
		this.demo.hangUp(placed).expectStatus().isNoContent();
		Call call = this.demo.awaitCall(placed.id(), (candidate) -> candidate.state().isOver());
		assertThat(call.outcome()).isEqualTo("hung up");
	}

}
