package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerConnectionException;
import io.pystrix.ami.ManagerException;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.spring.agi.AgiScript;
import io.pystrix.spring.ami.AmiEventListener;
import io.pystrix.spring.ami.ManagerLifecycle;
import io.pystrix.spring.ami.ManagerStartException;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

/**
 * Tests for the failure analyzers, and for what else is named in {@code spring.factories}
 * or found as auto-configuration, by applications that start or do not.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalyzersTests {

	@Test
	void anApplicationStarts() {
		try (AmiSimulator asterisk = AmiSimulator.builder().build().start();
				ConfigurableApplicationContext context = start(Application.class,
						"--asterisk.ami.port=" + asterisk.port(), "--asterisk.fastagi.port=0")) {
			assertThat(context.getEnvironment().getProperty("local.fastagi.port", int.class))
				.isEqualTo(context.getBean(FastAgiServer.class).localPort());
			assertThat(context.getBeanDefinitionNames()).contains("amiHealthContributor", "fastagiHealthContributor");
		}
	}

	@Test
	void aPortInUseIsNamed(CapturedOutput output) {
		try (FastAgiServer other = FastAgiServer.builder().port(0).build()) {
			other.start();
			fail(Application.class, "--asterisk.ami.enabled=false", "--asterisk.fastagi.port=" + other.localPort());
			assertThat(output).contains("APPLICATION FAILED TO START")
				.contains("FastAGI server cannot listen on 127.0.0.1 port " + other.localPort())
				.contains("set 'asterisk.fastagi.port' to another port")
				.contains("'asterisk.fastagi.enabled=false'");
		}
	}

	@Test
	void aRefusedLoginIsNamed(CapturedOutput output) {
		try (AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start()) {
			fail(Application.class, "--asterisk.fastagi.enabled=false", "--asterisk.ami.fail-fast=true",
					"--asterisk.ami.port=" + asterisk.port(), "--asterisk.ami.username=admin",
					"--asterisk.ami.password=hunter2");
			assertThat(output).contains("APPLICATION FAILED TO START")
				.contains("Compare 'asterisk.ami.username' and 'asterisk.ami.password'")
				.doesNotContain("hunter2");
		}
	}

	@Test
	void aRefusedLoginOfOneOfSeveralServersIsNamed(CapturedOutput output) {
		try (AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start()) {
			fail(Application.class, "--asterisk.fastagi.enabled=false", "--asterisk.ami.servers.berlin.fail-fast=true",
					"--asterisk.ami.servers.berlin.port=" + asterisk.port(), "--asterisk.ami.username=admin",
					"--asterisk.ami.password=hunter2");
			assertThat(output).contains("APPLICATION FAILED TO START")
				.contains("Cannot connect to Asterisk server 'berlin': ")
				.contains("Compare 'asterisk.ami.servers.berlin.username'")
				.doesNotContain("hunter2");
		}
	}

	@Test
	void aLoginThatIsRefusedForNowIsNotBlamedOnTheProperties() {
		Manager manager = mock();
		ManagerException refusal = new ManagerConnectionException("pbx:5038 refused: Asterisk is shutting down");
		willThrow(new ManagerConnectionException(refusal.getMessage(), refusal)).given(manager).connect();
		ManagerStartException failure = catchThrowableOfType(ManagerStartException.class,
				() -> new ManagerLifecycle(manager, true).start());
		assertThat(new ManagerStartFailureAnalyzer().analyze(failure)).satisfies((analysis) -> {
			assertThat(analysis.getDescription()).contains("Asterisk is shutting down");
			assertThat(analysis.getAction()).contains("refuses the login for now")
				.contains("'asterisk.ami.fail-fast=false'")
				.doesNotContain("password");
		});
	}

	@Test
	void aMissingSslBundleIsNamed(CapturedOutput output) {
		fail(Application.class, "--asterisk.fastagi.enabled=false", "--asterisk.ami.ssl.bundle=absent");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'asterisk.ami.ssl.bundle'")
			.contains("SSL bundle name 'absent' cannot be found");
	}

	@Test
	void anUnknownServerIsNamed(CapturedOutput output) {
		fail(UnknownServer.class, "--asterisk.fastagi.enabled=false", "--asterisk.ami.servers.berlin.port=1");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("method UnknownServer.listen(AmiEvent) of bean")
			.contains("There is no Asterisk server 'rome', only: berlin");
	}

	@Test
	void serversAndAHostExcludeEachOther(CapturedOutput output) {
		fail(Application.class, "--asterisk.ami.host=pbx", "--asterisk.ami.servers.berlin.host=pbx");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("mutually exclusive")
			.contains("asterisk.ami.servers.berlin.host");
	}

	@Test
	void anUnreachableAsteriskIsNamed(CapturedOutput output) {
		try (AmiSimulator asterisk = AmiSimulator.builder().build().start()) {
			asterisk.stop();
			fail(Application.class, "--asterisk.fastagi.enabled=false", "--asterisk.ami.fail-fast=true",
					"--asterisk.ami.port=" + asterisk.port());
			assertThat(output).contains("APPLICATION FAILED TO START")
				.contains("Cannot connect to Asterisk: Cannot connect to localhost:" + asterisk.port())
				.contains("'asterisk.ami.host'");
		}
	}

	@Test
	void aWrongScriptIsNamed(CapturedOutput output) {
		fail(WrongScript.class, "--asterisk.ami.enabled=false", "--asterisk.fastagi.port=0");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("method WrongScript.script() of bean")
			.contains("The pattern 'a(b' is no regular expression");
	}

	@Test
	void aParameterThatNobodyProvidesIsNamed(CapturedOutput output) {
		fail(WrongParameter.class, "--asterisk.ami.enabled=false", "--asterisk.fastagi.port=0");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("method WrongParameter.script(Thread) of bean")
			.contains("Nothing provides parameter 'thread' of type java.lang.Thread");
	}

	@Test
	void aScriptThatIsThereTwiceIsNamed(CapturedOutput output) {
		fail(SameScript.class, "--asterisk.ami.enabled=false", "--asterisk.fastagi.port=0");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("method SameScript.two() of bean")
			.contains("There is a script for the pattern 'same' already: method SameScript.one() of bean");
	}

	@Test
	void aWrongPropertyIsNamed(CapturedOutput output) {
		fail(Application.class, "--asterisk.ami.enabled=false", "--asterisk.fastagi.allowed-clients=10.0.0.0/33");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("for configuration property 'asterisk.fastagi.allowed-clients'")
			.contains("Not a network: '10.0.0.0/33'");
	}

	private static void fail(Class<?> application, String... args) {
		assertThat(catchThrowable(() -> start(application, args).close())).isNotNull();
	}

	private static ConfigurableApplicationContext start(Class<?> application, String... args) {
		SpringApplication springApplication = new SpringApplication(application);
		springApplication.setRegisterShutdownHook(false);
		return springApplication.run(args);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class UnknownServer {

		@AmiEventListener(server = "rome")
		void listen(AmiEvent event) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class WrongScript {

		@AgiScript("a(b")
		void script() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class WrongParameter {

		@AgiScript("x")
		void script(Thread thread) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class SameScript {

		@AgiScript("same")
		void one() {
		}

		@AgiScript("same")
		void two() {
		}

	}

}
