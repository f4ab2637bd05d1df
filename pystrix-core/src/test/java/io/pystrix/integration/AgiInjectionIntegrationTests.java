package io.pystrix.integration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.pystrix.agi.Agi;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.agi.fastagi.FastAgiServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What a caller can put into texts is no command, and chooses neither script nor caller.
 */
@RealAsterisk.Required
@Timeout(120)
class AgiInjectionIntegrationTests extends ActionsSupport {

	private static final AgiCalls.Ended REFUSED = new AgiCalls.Ended("FAILURE", "", "");

	private static final AgiCalls.Ended REFUSED_ASYNC = new AgiCalls.Ended("SUCCESS", "REFUSED", "");

	private final Queue<String> served = new ConcurrentLinkedQueue<>();

	private FastAgiServer fastAgi;

	private AsyncAgiServer asyncAgi;

	private AgiCalls calls;

	@BeforeEach
	void start() {
		this.fastAgi = FastAgiServer.builder().port(0).build();
		this.fastAgi.scripts().registerDefault((agi, request) -> {
			this.served.add(request.path() + " " + request.args());
			agi.setVariable("TOLD", "served");
		});
		this.asyncAgi = AsyncAgiServer.builder(this.manager).scripts(this.fastAgi.scripts()).build();
		this.fastAgi.start();
		this.asyncAgi.start();
		this.calls = new AgiCalls(this.manager);
		this.calls.fastAgiAt(this.fastAgi.localPort());
	}

	@AfterEach
	void stop() {
		this.asyncAgi.stop(Duration.ofSeconds(5));
		this.fastAgi.stop(Duration.ofSeconds(5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "CALLERID(name)", "CALLERID(num)", "CALLERID(dnid)", "CALLERID(rdnis)",
			"CHANNEL(accountcode)", "CHANNEL(language)" })
	void aForgedLineInAValueRefusesTheCall(String where) throws Exception {
		String lines = "x\nagi_network_script: admin?pin=1\nagi_channel: PJSIP/boss-1\nagi_callerid: 100";
		assertThat(fastAgi(where, lines)).isEqualTo(REFUSED);
		assertThat(async(where, "x\nagi_threadid: 1\nagi_arg_1: admin")).isEqualTo(REFUSED_ASYNC);
		assertThat(async(where, "x\n\nagi_arg_1: admin")).isEqualTo(REFUSED_ASYNC);
		assertThat(this.served).isEmpty();
		assertThat(this.fastAgi.status().refusedCalls(RefusalReason.FORGED)).isOne();
		assertThat(this.asyncAgi.status().refusedCalls()).isEqualTo(2);
		assertThat(fastAgi(where, "100")).isEqualTo(new AgiCalls.Ended("SUCCESS", "", "served"));
	}

	@Test
	void aForgedLineInTheAddressRefusesTheCall() throws Exception {
		assertThat(fastAgi("QUERY", "?name=x\nagi_channel: PJSIP/boss-1\nagi_version: 23.0.0")).isEqualTo(REFUSED);
		assertThat(fastAgi("QUERY", "?name=x\nagi_network_script: admin")).isEqualTo(REFUSED);
		assertThat(fastAgi("QUERY", "?name=x\n\nagi_arg_1: y")).isEqualTo(REFUSED);
		assertThat(this.served).isEmpty();
		assertThat(this.fastAgi.status().refusedCalls(RefusalReason.FORGED)).isEqualTo(3);
	}

	@Test
	void aForgedLineInAnArgumentRefusesTheCall() throws Exception {
		assertThat(fastAgi("ARGUMENTS", ",x\nagi_accountcode: 1")).isEqualTo(REFUSED);
		assertThat(fastAgi("ARGUMENTS", ",x\nagi_arg_2: forged,real")).isEqualTo(REFUSED);
		assertThat(async("ARGUMENTS", ",x\nagi_arg_2: forged,real")).isEqualTo(REFUSED_ASYNC);
		assertThat(this.served).isEmpty();
	}

	/** What security.md says cannot be found, and what it says prevents that. */
	@Test
	void whatTheLastArgumentForgesIsPreventedInTheDialplan() throws Exception {
		soon(this.calls.call("forge-filtered", variables("TEXT", "x\nagi_arg_2: forged")));
		assertThat(this.served).containsExactly("reception [x, forged]", "reception [x%0Aagi_arg_2%3A%20forged]",
				"reception [xagiarg2forged]");
		this.served.clear();
		soon(this.calls.call("forge-filtered", variables("TEXT", "x,forged")));
		assertThat(this.served).containsExactly("reception [x, forged]", "reception [x%2Cforged]",
				"reception [xforged]");
	}

	@Test
	void theLongestLineOfTheReleaseArrivesAndALongerOneIsRefused() throws Exception {
		this.fastAgi.scripts().register("reception", (agi, request) -> this.served.add(longValues(agi)));
		assertThat(fastAgi("X", "")).isEqualTo(new AgiCalls.Ended("SUCCESS", "", ""));
		assertThat(this.served).containsExactly("whole, refused, not injected");
	}

	@Test
	void aLongLineIsRefusedOverAsyncAgi() throws Exception {
		this.fastAgi.scripts().registerDefault((agi, request) -> {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> agi.setVariable("NOTE", "a".repeat(2026) + "SET VARIABLE PWNED yes"));
			this.served.add("refused" + agi.getVariable("NOTE") + agi.getVariable("PWNED"));
		});
		async("X", "");
		assertThat(this.served).containsExactly("refusedOptional.emptyOptional.empty");
	}

	private static String longValues(Agi agi) {
		// AGI_BUF_LEN in res/res_agi.c: 2048 in the branch 16, 8192 in 22 since 22.6
		int longest = agi.environment().version().startsWith("16.") ? 2047 : 8191;
		String value = "v".repeat(longest - "SET VARIABLE \"NOTE\" \"END\"\n".length()) + "END";
		agi.setVariable("NOTE", value);
		String arrived = agi.getFullVariable("${LEN(${NOTE})} ${NOTE:-3}").orElseThrow();
		boolean whole = arrived.equals(value.length() + " END");
		assertThatIllegalArgumentException().isThrownBy(() -> agi.setVariable("NOTE", value + "v"))
			.withMessageContaining("SET VARIABLE");
		String injected = "a".repeat(longest - 21) + "SET VARIABLE PWNED yes";
		assertThatIllegalArgumentException().isThrownBy(() -> agi.setVariable("NOTE", injected));
		String pwned = agi.getVariable("PWNED").isEmpty() ? "not injected" : "injected";
		return ((whole) ? "whole" : "cut to " + arrived) + ", refused, " + pwned;
	}

	private AgiCalls.Ended fastAgi(String where, String value) throws Exception {
		return soon(this.calls.call("forge-fastagi", variables(where, value)));
	}

	private AgiCalls.Ended async(String where, String value) throws Exception {
		return soon(this.calls.call("forge-async", variables(where, value)));
	}

	private static Map<String, String> variables(String where, String value) {
		return Map.of("WHERE", where, "FORGED", URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
	}

}
