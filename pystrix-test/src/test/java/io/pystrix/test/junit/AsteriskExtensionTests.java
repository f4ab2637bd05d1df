package io.pystrix.test.junit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.ami.AmiClient;
import io.pystrix.test.ami.AmiSimulator;
import io.pystrix.test.release.AsteriskRelease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/**
 * Tests for {@link AsteriskExtension} and {@link AsteriskTest}.
 */
@Timeout(120)
class AsteriskExtensionTests {

	private static final List<AsteriskSimulator> seen = new ArrayList<>();

	@BeforeEach
	void forget() {
		seen.clear();
	}

	@Test
	void eachTestHasASimulatorOfItsOwn() {
		run(EachOnItsOwn.class, 2);
		assertThat(seen).hasSize(8);
		assertThat(seen.subList(0, 4)).containsOnly(seen.get(0));
		assertThat(seen.subList(4, 8)).containsOnly(seen.get(4)).doesNotContain(seen.get(0));
		assertThat(seen).allSatisfy(AsteriskExtensionTests::isClosed);
	}

	@Test
	void whatBeforeAllAsksForServesTheWholeClass() {
		run(OneForAll.class, 2);
		assertThat(seen).hasSize(3).containsOnly(seen.get(0)).allSatisfy(AsteriskExtensionTests::isClosed);
	}

	@Test
	void theAnnotationNamesTheAccountAlsoForNestedTests() {
		run(Accounts.class, 4);
	}

	@Test
	void aRegisteredExtensionDescribesTheSimulator() {
		run(Described.class, 1);
	}

	@Test
	void withoutADescriptionNobodyCanLogIn() {
		run(Bare.class, 1);
	}

	@Test
	void otherParametersAreNotItsBusiness() {
		Events tests = execute(OtherParameter.class);
		tests.assertStatistics((statistics) -> statistics.started(1).failed(1));
	}

	private static void run(Class<?> sample, int tests) {
		execute(sample).assertStatistics((statistics) -> statistics.started(tests).succeeded(tests));
	}

	private static Events execute(Class<?> sample) {
		return EngineTestKit.engine("junit-jupiter").selectors(selectClass(sample)).execute().testEvents();
	}

	private static void isClosed(AsteriskSimulator asterisk) {
		assertThatIOException()
			.isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), asterisk.ami().port()).close());
	}

	private static String login(AmiSimulator ami, String username, String secret) throws IOException {
		try (AmiClient client = new AmiClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), ami.port()))) {
			client.readLine();
			String response = client.exchange("Action: Login", "Username: " + username, "Secret: " + secret).get(0);
			return response.substring("Response: ".length());
		}
	}

	@AsteriskTest
	static class EachOnItsOwn {

		EachOnItsOwn(AsteriskSimulator asterisk) {
			seen.add(asterisk);
		}

		@BeforeEach
		void before(AsteriskSimulator asterisk) {
			seen.add(asterisk);
		}

		@AfterEach
		void after(AsteriskSimulator asterisk) throws IOException {
			new Socket(InetAddress.getLoopbackAddress(), asterisk.ami().port()).close();
			seen.add(asterisk);
		}

		@Test
		void one(AsteriskSimulator asterisk, AmiSimulator ami) {
			assertThat(asterisk.ami()).isSameAs(ami);
			seen.add(asterisk);
		}

		@Test
		void two(AsteriskSimulator asterisk) {
			seen.add(asterisk);
		}

	}

	@AsteriskTest
	static class OneForAll {

		@BeforeAll
		static void before(AsteriskSimulator asterisk) {
			seen.add(asterisk);
		}

		@Test
		void one(AsteriskSimulator asterisk) {
			seen.add(asterisk);
		}

		@Test
		void two(AsteriskSimulator asterisk) {
			seen.add(asterisk);
		}

	}

	@AsteriskTest(username = "class", secret = "s1")
	static class Accounts {

		@Test
		void ofTheClass(AmiSimulator ami) throws IOException {
			assertThat(login(ami, "class", "s1")).isEqualTo("Success");
			assertThat(login(ami, "admin", "secret")).isEqualTo("Error");
		}

		@Test
		@AsteriskTest(release = "16")
		void ofARelease(AmiSimulator ami) {
			assertThat(ami.release()).isSameAs(AsteriskRelease.V16);
		}

		@Test
		@AsteriskTest
		void ofTheMethod(AmiSimulator ami) throws IOException {
			assertThat(ami.release()).isSameAs(AsteriskRelease.V22);
			assertThat(login(ami, "admin", "secret")).isEqualTo("Success");
		}

		@Nested
		class Inside {

			@Test
			void ofTheClassAround(AmiSimulator ami) throws IOException {
				assertThat(login(ami, "class", "s1")).isEqualTo("Success");
			}

		}

	}

	static class Described {

		@RegisterExtension
		AsteriskExtension asterisk = AsteriskExtension.of((builder) -> builder.account("me", "mine"));

		@Test
		void hasTheAccount(AmiSimulator ami) throws IOException {
			assertThat(login(ami, "me", "mine")).isEqualTo("Success");
		}

	}

	@ExtendWith(AsteriskExtension.class)
	static class Bare {

		@Test
		void hasNoAccount(AmiSimulator ami) throws IOException {
			assertThat(login(ami, "admin", "secret")).isEqualTo("Error");
		}

	}

	@AsteriskTest
	static class OtherParameter {

		@Test
		void cannotRun(String parameter) {
			assertThat(parameter).isNull();
		}

	}

}
