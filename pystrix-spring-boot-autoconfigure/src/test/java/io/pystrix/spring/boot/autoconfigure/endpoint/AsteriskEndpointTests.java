package io.pystrix.spring.boot.autoconfigure.endpoint;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import com.jayway.jsonpath.JsonPath;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.spring.ami.AmiListenerRegistry;
import io.pystrix.spring.boot.autoconfigure.BusyAsterisk;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AsteriskEndpoint}, over HTTP.
 */
@Timeout(120)
class AsteriskEndpointTests {

	@AutoClose
	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "wordpass").build().start();

	private final HttpClient http = HttpClient.newHttpClient();

	private ConfigurableApplicationContext context;

	@AfterEach
	void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@Test
	void isNotExposedUnlessAskedFor() throws Exception {
		start();
		assertThat(get("").statusCode()).isEqualTo(404);
	}

	@Test
	void tellsWhatIsConnected() throws Exception {
		start("--management.endpoints.web.exposure.include=asterisk");
		String json = get("").body();
		Map<String, Object> connection = JsonPath.read(json, "$.connections[0]");
		assertThat(connection).containsEntry("server", "asterisk")
			.containsEntry("state", "CONNECTED")
			.containsEntry("endpoint", "127.0.0.1:" + this.asterisk.port())
			.containsEntry("greeting", "Asterisk Call Manager/11.0.0")
			.containsEntry("fullyBooted", true)
			.containsEntry("connects", 1)
			.containsEntry("failedConnects", 0)
			.containsKeys("since", "pendingActions", "receivedEvents", "unheardEvents", "lostEvents")
			.doesNotContainKey("lastFailure");
		assertThat(Instant.parse(connection.get("since").toString())).isBefore(Instant.now());
		assertThat(json).doesNotContain("wordpass").doesNotContain("admin");
	}

	@Test
	void noOtherEndpointTellsThePasswordEither() throws Exception {
		start("--management.endpoints.web.exposure.include=*", "--management.endpoint.health.show-details=always");
		for (String endpoint : List.of("env", "configprops", "health", "beans", "conditions", "mappings", "metrics")) {
			HttpResponse<String> response = get("/../" + endpoint);
			assertThat(response.statusCode()).as(endpoint).isEqualTo(200);
			assertThat(response.body()).as(endpoint).isNotEmpty().doesNotContain("wordpass");
		}
	}

	@Test
	void tellsScriptsListenersAndCallsWithoutTheCaller() throws Exception {
		start("--management.endpoints.web.exposure.include=asterisk");
		CountDownLatch goOn = new CountDownLatch(1);
		ScriptRegistry scripts = this.context.getBean(ScriptRegistry.class);
		scripts.register("sales/(\\d+)", (agi, request) -> goOn.await());
		scripts.registerDefault((agi, request) -> goOn.await());
		this.context.getBean(AmiListenerRegistry.class).register("gone", HangupEvent.class, (event, manager) -> {
		});
		this.context.getBean(Manager.class).registerCallback("Newchannel", (event, manager) -> {
		});
		FastAgiServer server = this.context.getBean(FastAgiServer.class);
		AgiCaller caller = AgiCaller.to(server.address())
			.script("sales/7?secret=1")
			.channel("PJSIP/7-00000001")
			.uniqueid("17.4")
			.callerId("4930123", "Somebody");
		try (AgiCall call = caller.call()) {
			await().until(() -> !server.calls().isEmpty());
			String json = get("").body();
			assertThat(json).doesNotContain("4930123").doesNotContain("Somebody").doesNotContain("secret");
			assertThat(JsonPath.<String>read(json, "$.scripts[0].pattern")).isEqualTo("sales/(\\d+)");
			assertThat(JsonPath.<String>read(json, "$.scripts[1].name")).isEqualTo("default");
			assertThat(JsonPath.<Map<String, Object>>read(json, "$.listeners[0]"))
				.isEqualTo(Map.of("server", "asterisk", "name", "gone", "events", "HangupEvent", "queueCapacity", 10000,
						"queued", 0, "handled", 0, "lost", 0));
			assertThat(JsonPath.<Map<String, Object>>read(json, "$.listeners[1]"))
				.isEqualTo(Map.of("server", "asterisk", "name", "Newchannel", "queued", 0, "handled", 0, "lost", 0));
			assertThat(JsonPath.<Map<String, Object>>read(json, "$.calls[0]")).containsEntry("transport", "fastagi")
				.containsEntry("channel", "PJSIP/7-00000001")
				.containsEntry("uniqueid", "17.4")
				.containsEntry("script", "sales/(\\d+)")
				.containsEntry("path", "sales/7")
				.containsKey("since");
			assertThat(JsonPath.<Map<String, Object>>read(get("/calls").body(), "$")).containsOnlyKeys("calls");
			goOn.countDown();
			call.awaitEnd(Duration.ofSeconds(30));
		}
		for (String section : new String[] { "connections", "scripts", "listeners" }) {
			assertThat(JsonPath.<Map<String, Object>>read(get("/" + section).body(), "$")).containsOnlyKeys(section);
		}
		assertThat(get("/nonsense").statusCode()).isEqualTo(400);
	}

	@Test
	void tellsHowMuchGoesOnWithoutTheCallers() throws Exception {
		try (AmiSimulator busy = BusyAsterisk.start()) {
			start("--management.endpoints.web.exposure.include=asterisk", "--asterisk.ami.live.enabled=true",
					"--asterisk.ami.port=" + busy.port(), "--asterisk.ami.password=secret");
			AsteriskState state = this.context.getBean(AsteriskState.class);
			await().until(() -> state.status() == AsteriskState.SyncStatus.LIVE);
			String json = get("/live").body();
			assertThat(JsonPath.<Map<String, Object>>read(json, "$")).containsOnlyKeys("live");
			assertThat(JsonPath.<Map<String, Object>>read(json, "$.live[0]"))
				.isEqualTo(Map.of("server", "asterisk", "status", "LIVE", "channels", 2, "calls", 2, "bridges", 0,
						"queues", List.of(Map.of("name", "sales", "callers", 1, "members", 3, "pausedMembers", 1))));
			assertThat(get("").body()).contains("\"sales\"").doesNotContain("4930123").doesNotContain("Somebody");
		}
	}

	@Test
	void changesNothingUnlessItMay() throws Exception {
		start("--management.endpoints.web.exposure.include=asterisk");
		assertThat(reconnect("{}").statusCode()).isEqualTo(405);
		assertThat(hangUp("PJSIP/7-00000001").statusCode()).isEqualTo(405);
		assertThat(this.asterisk.sessions()).isEqualTo(1);
	}

	@Test
	void reconnects() throws Exception {
		startUnrestricted();
		assertThat(reconnect("{}").statusCode()).isEqualTo(204);
		await().until(() -> this.context.getBean(Manager.class).status().connects() == 2);
		assertThat(reconnect("{\"server\": \"asterisk\"}").statusCode()).isEqualTo(204);
		await().until(() -> this.context.getBean(Manager.class).status().connects() == 3);
		assertThat(reconnect("{\"server\": \"paris\"}").statusCode()).isEqualTo(400);
		assertThat(send("/scripts", "POST", "{}").statusCode()).isEqualTo(400);
	}

	@Test
	void hangsUp() throws Exception {
		this.asterisk.on("Hangup", (request) -> "PJSIP/7-00000001".equals(request.get("Channel"))
				? AmiAnswer.success("Channel Hungup") : AmiAnswer.error("No such channel"));
		startUnrestricted();
		assertThat(hangUp("PJSIP/7-00000001").statusCode()).isEqualTo(204);
		assertThat(hangUp("PJSIP/8-00000001").statusCode()).isEqualTo(400);
		int before = hangups();
		assertThat(hangUp("/^PJSIP.*$/").statusCode()).isEqualTo(400);
		assertThat(hangUp("").statusCode()).isEqualTo(400);
		assertThat(send("/calls", "DELETE", "").statusCode()).isEqualTo(400);
		assertThat(send("/connections?channel=x", "DELETE", "").statusCode()).isEqualTo(400);
		assertThat(hangups()).isEqualTo(before).isEqualTo(2);
	}

	@Test
	void isThereWithoutAmiAndFastAgi() throws Exception {
		run("--management.endpoints.web.exposure.include=asterisk", "--asterisk.ami.enabled=false",
				"--asterisk.fastagi.enabled=false");
		assertThat(get("").body())
			.isEqualTo("{\"connections\":[],\"scripts\":[],\"listeners\":[],\"calls\":[],\"live\":[]}");
	}

	private int hangups() {
		return this.asterisk.requests("Hangup").size();
	}

	private void startUnrestricted() {
		start("--management.endpoints.web.exposure.include=asterisk",
				"--management.endpoint.asterisk.access=unrestricted");
	}

	private void start(String... arguments) {
		run(arguments);
		await().until(() -> this.context.getBean(Manager.class).status().fullyBooted());
	}

	private void run(String... arguments) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setDefaultProperties(Map.of("server.port", "0", "spring.docker.compose.enabled", "false",
				"asterisk.fastagi.port", "0", "asterisk.ami.host", "127.0.0.1", "asterisk.ami.port",
				this.asterisk.port(), "asterisk.ami.username", "admin", "asterisk.ami.password", "wordpass",
				"spring.main.banner-mode", "off"));
		this.context = application.run(arguments);
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(path, "GET", "");
	}

	private HttpResponse<String> reconnect(String body) throws IOException, InterruptedException {
		return send("/connections", "POST", body);
	}

	private HttpResponse<String> hangUp(String channel) throws IOException, InterruptedException {
		return send("/calls?channel=" + URLEncoder.encode(channel, StandardCharsets.UTF_8), "DELETE", "");
	}

	private HttpResponse<String> send(String path, String method, String body)
			throws IOException, InterruptedException {
		String port = this.context.getEnvironment().getProperty("local.server.port");
		URI uri = URI.create("http://localhost:" + port + "/actuator/asterisk" + path).normalize();
		return this.http.send(HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/json")
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
