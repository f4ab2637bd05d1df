package io.pystrix.demo.ivr.callback;

import java.time.Duration;
import java.util.List;

import io.pystrix.test.AsteriskSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallbackController}.
 */
@CallbackTest
class CallbackControllerTests {

	@Autowired
	private AsteriskSimulator asterisk;

	@Autowired
	private Callbacks callbacks;

	@Autowired
	private CallbackService service;

	@Autowired
	private CallbackController controller;

	private RestTestClient http;

	@BeforeEach
	void nobodyHasAsked() {
		this.callbacks.deleteAll();
		this.http = RestTestClient.bindToController(this.controller).build();
	}

	@Test
	void callbacksAreListedNewestFirst() {
		this.service.request("2001", "support");
		this.service.request("2002", "sales");
		this.http.get()
			.uri("/api/callbacks")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$[*].number")
			.isEqualTo(List.of("2002", "2001"))
			.jsonPath("$[0].state")
			.isEqualTo("WAITING");
	}

	@Test
	void aCallbackIsCalledNow() {
		Callback callback = this.service.request("2001", "support");
		this.http.post()
			.uri("/api/callbacks/{id}/attempts", callback.id())
			.exchange()
			.expectStatus()
			.isAccepted()
			.expectBody()
			.jsonPath("$.attempts")
			.isEqualTo(1);
		this.asterisk.ami().awaitRequest("Originate", Duration.ofSeconds(30));
		this.http.post()
			.uri("/api/callbacks/{id}/attempts", callback.id())
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT);
		assertThat(this.asterisk.ami().requests("Originate")).hasSize(1);
	}

	@Test
	void anUnknownCallbackIsNotFound() {
		this.http.get().uri("/api/callbacks/0").exchange().expectStatus().isNotFound();
		this.http.post().uri("/api/callbacks/0/attempts").exchange().expectStatus().isNotFound();
		this.http.get().uri("/api/callbacks/x").exchange().expectStatus().isBadRequest();
	}

}
