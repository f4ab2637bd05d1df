package io.pystrix.demo;

import java.util.concurrent.CompletableFuture;

import io.pystrix.ami.Manager;
import io.pystrix.ami.event.VarSetEvent;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.demo.calls.Call;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample IVRs as somebody plays them who has just started the demo: dialled on the
 * page, on the simulator inside.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "demo.callback.interval=500ms")
@Timeout(120)
class SampleIvrsTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Manager manager;

	private DemoClient demo;

	@BeforeEach
	void connect() {
		this.demo = new DemoClient(this.port);
		this.demo.awaitHealth("UP");
	}

	@Test
	void extension101CallsBack() {
		CompletableFuture<?> next = command("STREAM FILE \"to-call-this-number\"");
		Call call = this.demo.place("101");
		next = press(next, call, "2", "STREAM FILE \"vm-enter-num-to-call\"");
		next = press(next, call, "200#", "STREAM FILE \"telephone-number\"");
		assertThat(next).succeedsWithin(DemoClient.PATIENCE);
		Awaitility.await()
			.atMost(DemoClient.PATIENCE)
			.untilAsserted(() -> this.demo.http()
				.get()
				.uri("/api/callbacks")
				.exchange()
				.expectBody()
				.jsonPath("$[0].number")
				.isEqualTo("200")
				.jsonPath("$[0].state")
				.isEqualTo("REACHED"));
	}

	@Test
	void extension102LogsIn() {
		CompletableFuture<VarSetEvent> loggedIn = this.manager.nextEvent(VarSetEvent.class,
				(event) -> event.variable().equals("PIN_ACCOUNT"));
		CompletableFuture<?> next = command("STREAM FILE \"agent-user\"");
		Call call = this.demo.place("102");
		next = press(next, call, "1001#", "STREAM FILE \"agent-pass\"");
		press(next, call, "2580#", "STREAM FILE \"agent-loginok\"");
		assertThat(loggedIn).succeedsWithin(DemoClient.PATIENCE)
			.satisfies((event) -> assertThat(event.get("Value")).isEqualTo("1001"));
	}

	/** Presses keys when a command runs. */
	private CompletableFuture<?> press(CompletableFuture<?> running, Call call, String keys, String next) {
		assertThat(running).succeedsWithin(DemoClient.PATIENCE);
		CompletableFuture<?> answered = command(next);
		this.demo.press(call, keys).expectStatus().isNoContent();
		return answered;
	}

	private CompletableFuture<AmiEvent> command(String start) {
		return this.manager.nextEvent(AmiEvent.class, (event) -> event.name().equals("AGIExecStart")
				&& String.valueOf(event.get("Command")).startsWith(start));
	}

}
