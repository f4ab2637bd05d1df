package io.pystrix.demo.web;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console when it needs a login.
 */
@Timeout(120)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "demo.login.required=true", "demo.login.username=ann", "demo.login.password=a secret" })
class LoginTests {

	private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/index.html" })
	void thePageLeadsToTheLogin(String path) throws Exception {
		HttpResponse<String> response = send(get(path));
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(response.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/login.html"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/calls", "/api/stream", "/api/session", "/actuator", "/actuator/health",
			"/actuator/asterisk", "/js/main.js", "/nothing" })
	void nothingElseIsServedAndNoPasswordIsAskedForByTheBrowserItself(String path) throws Exception {
		HttpResponse<String> response = send(get(path));
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().map()).doesNotContainKey("WWW-Authenticate");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login.html", "/login.html?failed", "/css/login.css", "/css/theme.css", "/js/login.js",
			"/js/dom.js", "/js/theme.js", "/icon.svg" })
	void theLoginIsServed(String path) throws Exception {
		HttpResponse<String> response = send(get(path));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Security-Policy"))
			.hasValue(SecurityConfiguration.CONTENT_SECURITY_POLICY);
	}

	@Test
	void whoKnowsThePasswordComesInUntilTheLogout() throws Exception {
		HttpResponse<String> response = login("ann", "a secret");
		assertThat(response.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/"));
		assertThat(response.headers().firstValue("Set-Cookie"))
			.hasValueSatisfying((cookie) -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"));
		assertThat(send(get("/api/session")).body()).isEqualTo("{\"user\":\"ann\"}");
		assertThat(send(get("/")).statusCode()).isEqualTo(200);
		send(post("/logout", ""));
		assertThat(send(get("/api/session")).statusCode()).isEqualTo(401);
	}

	@Test
	void whoDoesNotIsToldSo() throws Exception {
		HttpResponse<String> response = login("ann", "wrong");
		assertThat(response.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/login.html?failed"));
		assertThat(send(get("/")).statusCode()).isEqualTo(302);
	}

	@Test
	void aToolSendsThePasswordWithEachRequest() throws Exception {
		assertThat(send(get("/api/calls").header("Authorization", basic("ann:a secret"))).statusCode()).isEqualTo(200);
		HttpResponse<String> refused = send(get("/api/calls").header("Authorization", basic("ann:wrong")));
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.headers().map()).doesNotContainKey("WWW-Authenticate");
	}

	@Test
	void anotherSiteCannotLogIn() throws Exception {
		HttpRequest.Builder request = post("/login", "username=ann&password=a+secret").header("Sec-Fetch-Site",
				"cross-site");
		assertThat(send(request).statusCode()).isEqualTo(403);
	}

	private HttpResponse<String> login(String username, String password) throws Exception {
		return send(post("/login", "username=" + username + "&password=" + password.replace(' ', '+')));
	}

	private static String basic(String credentials) {
		return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

	private HttpRequest.Builder get(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
	}

	private HttpRequest.Builder post(String path, String form) {
		return get(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.browser.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
	}

}
