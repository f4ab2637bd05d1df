package io.pystrix.spring.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.pystrix.ami.event.HangupEvent;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.AsyncAgiAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.FastAgiAutoConfiguration;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application without a web server and without FastAGI lives until its context is
 * closed: real JVMs, whose {@code main} returns.
 */
@Timeout(180)
class NonWebApplicationTests {

	private static final String MAIN_RETURNS = "main returns";

	@AutoClose
	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start();

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void anApplicationThatOnlyListensOrServesAsyncAgiLivesUntilItIsClosed(boolean asyncAgi) throws Exception {
		Process application = start("--asterisk.fastagi.async-agi=" + asyncAgi);
		BufferedReader out = application.inputReader();
		List<String> lines = new ArrayList<>();
		while (!lines.contains(MAIN_RETURNS)) {
			String line = out.readLine();
			assertThat(line).as("a line before the end of %s", lines).isNotNull();
			lines.add(line);
		}
		this.asterisk.awaitRequest("Login", Duration.ofMinutes(1));
		assertThat(application.waitFor(1, TimeUnit.SECONDS)).isFalse();
		try (OutputStream in = application.getOutputStream()) {
			in.write('\n');
		}
		assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(application.exitValue()).isZero();
	}

	@Test
	void anApplicationThatFailsToStartEnds() throws Exception {
		Process application = start("--broken=true");
		assertThat(application.inputReader().lines())
			.anyMatch((line) -> line.contains("IllegalStateException: broken"));
		assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(application.exitValue()).isNotZero();
	}

	private Process start(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						System.getProperty("java.class.path"), Application.class.getName(),
						"--asterisk.ami.host=127.0.0.1", "--asterisk.ami.port=" + this.asterisk.port(),
						"--asterisk.ami.username=admin", "--asterisk.ami.password=secret",
						"--asterisk.fastagi.enabled=false", "--spring.docker.compose.enabled=false"));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	/**
	 * Closes its context when it is given a line, on a daemon thread as everything else.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ AmiAutoConfiguration.class, FastAgiAutoConfiguration.class,
			AsyncAgiAutoConfiguration.class })
	static class Application {

		public static void main(String[] args) {
			SpringApplication application = new SpringApplication(Application.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			ConfigurableApplicationContext context = application.run(args);
			Thread control = new Thread(() -> closeWhenTold(context));
			control.setDaemon(true);
			control.start();
			System.out.println(MAIN_RETURNS);
		}

		private static void closeWhenTold(ConfigurableApplicationContext context) {
			try {
				if (System.in.read() >= 0) {
					context.close();
				}
			}
			catch (IOException ex) {
				// The test is over
			}
		}

		@Bean
		Listener listener() {
			return new Listener();
		}

		/** Fails after the manager has started to connect. */
		@Bean
		static BrokenLifecycle broken(Environment environment) {
			return new BrokenLifecycle(environment.getProperty("broken", Boolean.class, false));
		}

	}

	static class Listener {

		@AmiEventListener
		void on(HangupEvent event) {
		}

	}

	static final class BrokenLifecycle implements SmartLifecycle {

		private final boolean broken;

		BrokenLifecycle(boolean broken) {
			this.broken = broken;
		}

		@Override
		public void start() {
			if (this.broken) {
				throw new IllegalStateException("broken");
			}
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

}
