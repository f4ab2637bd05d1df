package io.pystrix.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.pystrix.ami.Manager;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.demo.calls.Call;
import io.pystrix.demo.calls.CallState;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Uses the demo as its page does, over HTTP.
 */
final class DemoClient {

	static final Duration PATIENCE = Duration.ofSeconds(60);

	private final RestTestClient http;

	DemoClient(int port) {
		this.http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
	}

	RestTestClient http() {
		return this.http;
	}

	Call place(String destination) {
		Call call = post("/api/calls", Map.of("destination", destination)).expectStatus()
			.isAccepted()
			.expectBody(Call.class)
			.returnResult()
			.getResponseBody();
		assertThat(call).isNotNull();
		return call;
	}

	RestTestClient.ResponseSpec post(String path, Object body) {
		return this.http.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).exchange();
	}

	RestTestClient.ResponseSpec press(Call call, String digits) {
		return post("/api/calls/" + call.id() + "/digits", Map.of("digits", digits));
	}

	RestTestClient.ResponseSpec hangUp(Call call) {
		return this.http.delete().uri("/api/calls/{id}", call.id()).exchange();
	}

	List<Call> calls() {
		List<Call> calls = this.http.get()
			.uri("/api/calls")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(new ParameterizedTypeReference<List<Call>>() {
			})
			.returnResult()
			.getResponseBody();
		assertThat(calls).isNotNull();
		return calls;
	}

	Call call(String id) {
		return this.calls().stream().filter((call) -> call.id().equals(id)).findFirst().orElseThrow();
	}

	Call awaitCall(String id, Predicate<Call> condition) {
		return Awaitility.await().atMost(PATIENCE).until(() -> call(id), condition);
	}

	/**
	 * Places a call whose script plays its prompt, and has been playing for a while.
	 */
	Call placeAndListen(Manager manager) {
		CompletableFuture<AmiEvent> streaming = manager.nextEvent(AmiEvent.class, DemoClient::isStreaming);
		Call call = place("100");
		assertThat(streaming).succeedsWithin(PATIENCE);
		// Keys that are pressed before the first sample has been played have no offset
		Awaitility.await()
			.atMost(PATIENCE)
			.during(200, TimeUnit.MILLISECONDS)
			.until(() -> call(call.id()).state() == CallState.IN_SCRIPT);
		return call;
	}

	private static boolean isStreaming(AmiEvent event) {
		String command = event.get("Command");
		return event.name().equals("AGIExecStart") && command != null && command.startsWith("STREAM FILE");
	}

	EntityExchangeResult<Map<String, Object>> health() {
		return this.http.get()
			.uri("/actuator/health")
			.exchange()
			.expectBody(new ParameterizedTypeReference<Map<String, Object>>() {
			})
			.returnResult();
	}

	void awaitHealth(String status) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			EntityExchangeResult<Map<String, Object>> health = health();
			assertThat(component(health.getResponseBody(), "ami")).containsEntry("status", status);
			assertThat(health.getStatus())
				.isEqualTo(status.equals("UP") ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
		});
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> component(@Nullable Map<String, Object> health, String name) {
		assertThat(health).isNotNull();
		Map<String, Map<String, Object>> components = (Map<String, Map<String, Object>>) health.get("components");
		assertThat(components).containsKey(name);
		return components.get(name);
	}

}
