package io.pystrix.demo;

import java.time.Duration;
import java.util.Map;

import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.demo.calls.Call;
import io.pystrix.demo.calls.CallState;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo as it starts on a machine that has no Asterisk.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DemoApplicationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Manager manager;

	@Autowired
	private FastAgiServer fastAgi;

	private DemoClient demo;

	@BeforeEach
	void connect() {
		this.demo = new DemoClient(this.port);
		this.demo.awaitHealth("UP");
	}

	@Test
	void aDigitThatIsPressedOverHttpIsHeardByTheScript() {
		Call placed = this.demo.placeAndListen(this.manager);
		assertThat(placed.channel()).startsWith("Local/wait@default");
		this.demo.press(placed, "1").expectStatus().isNoContent();
		Call call = this.demo.awaitCall(placed.id(), (candidate) -> candidate.hangupCause() != null);
		assertThat(call.state()).isEqualTo(CallState.ENDED);
		assertThat(call.script()).isEqualTo("demo");
		assertThat(call.digits()).hasSize(1);
		DtmfInterrupt hit = call.digits().get(0);
		assertThat(hit.digit()).isEqualTo('1');
		assertThat(hit.offset()).isPositive();
		assertThat(call.outcome()).isEqualTo("digit 1 at " + hit.offset());
		assertThat(call.endedAt()).isAfter(call.startedAt());
		assertThat(this.demo.calls().get(0)).as("newest").isEqualTo(call);
	}

	@Test
	void aDigitThatThePromptDoesNotWaitForDoesNotInterruptIt() {
		Call placed = this.demo.placeAndListen(this.manager);
		this.demo.press(placed, "32").expectStatus().isNoContent();
		Call call = this.demo.awaitCall(placed.id(), (candidate) -> candidate.state().isOver());
		assertThat(call.digits()).extracting(DtmfInterrupt::digit).containsExactly('2');
	}

	@Test
	void aCallIsHungUp() {
		Call placed = this.demo.placeAndListen(this.manager);
		this.demo.hangUp(placed).expectStatus().isNoContent();
		Call call = this.demo.awaitCall(placed.id(), (candidate) -> candidate.state().isOver());
		assertThat(call.outcome()).isEqualTo("hung up");
		assertThat(call.digits()).isEmpty();
		this.demo.press(call, "1").expectStatus().isEqualTo(HttpStatus.CONFLICT);
		this.demo.hangUp(call).expectStatus().isEqualTo(HttpStatus.CONFLICT);
	}

	@Test
	void aCallWithoutAScriptIsFollowedToo() {
		Call placed = this.demo.place("wait");
		this.demo.awaitCall(placed.id(), (candidate) -> candidate.state() == CallState.ANSWERED);
		this.demo.hangUp(placed).expectStatus().isNoContent();
		Call call = this.demo.awaitCall(placed.id(), (candidate) -> candidate.state().isOver());
		assertThat(call.script()).isNull();
		assertThat(call.outcome()).isEqualTo("hung up");
	}

	@Test
	void aCallThatComesFromElsewhereAppears() throws Exception {
		AgiCaller caller = AgiCaller.to(this.fastAgi.address())
			.script("demo")
			.uniqueid("1712.42")
			.dialplan("default", "777", 1)
			.pressDuring("demo-thanks", "2");
		try (AgiCall script = caller.call()) {
			script.awaitEnd(DemoClient.PATIENCE);
		}
		Call call = this.demo.awaitCall("1712.42", (candidate) -> candidate.outcome() != null);
		assertThat(call.destination()).isEqualTo("777");
		assertThat(call.outcome()).startsWith("digit 2 at ");
		this.demo.http().get().uri("/api/calls/1712.42").exchange().expectStatus().isOk();
	}

	@Test
	void aCallForAnUnknownScriptIsToldSo() throws Exception {
		try (AgiCall script = AgiCaller.to(this.fastAgi.address()).script("nowhere").uniqueid("1712.43").call()) {
			script.awaitEnd(Duration.ofSeconds(60));
			assertThat(script.commands()).containsExactly("VERBOSE \"There is no script 'nowhere'\" 1");
		}
		assertThat(this.demo.call("1712.43").outcome()).isEqualTo("no such script");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"destination\":\"\"}", "{\"destination\":\"1 2\"}",
			"{\"destination\":\"100\\r\\nAction: Originate\"}",
			"{\"destination\":\"123456789012345678901234567890123\"}", "{\"destination\":\"100@other\"}",
			"{\"destination\":{}}", "[", "" })
	void aBadDestinationIsRefused(String body) {
		this.demo.post("/api/calls", body)
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "1 2", "1\r\n" })
	void badDigitsAreRefused(String digits) {
		Call placed = this.demo.place("wait");
		this.demo.press(placed, digits).expectStatus().isBadRequest();
		this.demo.hangUp(placed).expectStatus().isNoContent();
	}

	@Test
	void aCallThatAsteriskRefusesIsAProblem() {
		this.demo.post("/api/calls", Map.of("destination", "404"))
			.expectStatus()
			.isEqualTo(HttpStatus.BAD_GATEWAY)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("Asterisk refuses: Extension does not exist.");
		Call call = this.demo.calls().get(0);
		assertThat(call.state()).isEqualTo(CallState.FAILED);
		assertThat(call.outcome()).isEqualTo("failed: Extension does not exist.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ann\r\nVariable: X=1", "Ann <200", "\"Ann\" <200>", "Ann <2 0>" })
	void aCallerIdThatAsteriskWouldMisreadIsABadRequest(String callerId) {
		this.demo.post("/api/calls", Map.of("destination", "100", "callerId", callerId))
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("'callerId' must be a name, a number or: name <number>");
	}

	@Test
	void anUnknownChannelIsNotFound() {
		this.demo.http().delete().uri("/api/channels/none").exchange().expectStatus().isNotFound();
		this.demo.post("/api/channels/none/transfer", Map.of("extension", "100")).expectStatus().isNotFound();
		this.demo.post("/api/channels/none/park", Map.of()).expectStatus().isNotFound();
		this.demo.post("/api/channels/none/transfer", Map.of("extension", "1 0")).expectStatus().isBadRequest();
		this.demo.post("/api/channels/none/transfer", Map.of()).expectStatus().isBadRequest();
	}

	@Test
	void anUnknownCallIsNotFound() {
		this.demo.http().get().uri("/api/calls/none").exchange().expectStatus().isNotFound();
		this.demo.http().delete().uri("/api/calls/none").exchange().expectStatus().isNotFound();
		this.demo.post("/api/calls/none/digits", Map.of("digits", "1")).expectStatus().isNotFound();
	}

	@Test
	void anotherSiteCannotPlaceACall() {
		this.demo.http()
			.post()
			.uri("/api/calls")
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.ORIGIN, "https://example.com")
			.body(Map.of("destination", "100"))
			.exchange()
			.expectStatus()
			.isForbidden();
		this.demo.http()
			.post()
			.uri("/api/calls")
			.contentType(MediaType.TEXT_PLAIN)
			.body("{\"destination\":\"100\"}")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/js/main.js", "/css/page.css", "/icon.svg" })
	void thePageIsServed(String path) {
		this.demo.http()
			.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.value("Content-Security-Policy",
					(policy) -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
	}

	@Test
	void healthTellsOfBothHalves() {
		Map<String, Object> health = this.demo.health().getResponseBody();
		assertThat(DemoClient.component(health, "ami")).extractingByKey("details")
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("state", "CONNECTED");
		assertThat(DemoClient.component(health, "fastagi")).extractingByKey("details")
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("port", this.fastAgi.localPort());
	}

	@Test
	void infoTellsOfTheBuildAndTheEvents() {
		this.demo.http()
			.get()
			.uri("/actuator/info")
			.exchange()
			.expectBody()
			.jsonPath("$.events.all")
			.isNumber()
			.jsonPath("$.events.hangups")
			.isNumber();
	}

}
