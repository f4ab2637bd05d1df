package io.pystrix.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.ami.message.AmiEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application lives as long as its manager is in use, though nothing else keeps it:
 * real JVMs, whose {@code main} returns.
 */
@Timeout(120)
class ManagerLifeTests extends ManagerTestSupport {

	private static final String MAIN_RETURNS = "main returns";

	@ParameterizedTest
	@ValueSource(strings = { "close", "disconnect" })
	void anApplicationThatListensLivesUntilItsManagerIsClosed(String end) throws Exception {
		Process application = start("listen", end);
		this.asterisk.awaitRequest("Login", PATIENCE);
		assertLives(application);
		assertEndsWhenTold(application);
	}

	@Test
	void anApplicationThatServesAsyncAgiLivesUntilItsManagerIsClosed() throws Exception {
		Process application = start("asyncagi", "close");
		this.asterisk.awaitRequest("Login", PATIENCE);
		assertLives(application);
		assertEndsWhenTold(application);
	}

	@Test
	void anApplicationLivesWhileItsManagerWaitsForAsterisk() throws Exception {
		this.asterisk.stop();
		Process application = start("listen", "close");
		assertLives(application);
		assertEndsWhenTold(application);
	}

	@Test
	void aManagerThatHasGivenUpKeepsNobodyAlive() throws Exception {
		this.asterisk.stop();
		assertThat(start("give-up", "never").waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(start("fail", "never").waitFor(60, TimeUnit.SECONDS)).isTrue();
	}

	private static void assertLives(Process application) throws IOException, InterruptedException {
		BufferedReader out = application.inputReader();
		String line = out.readLine();
		while (line != null && !line.equals(MAIN_RETURNS)) {
			line = out.readLine();
		}
		assertThat(line).isEqualTo(MAIN_RETURNS);
		assertThat(application.waitFor(1, TimeUnit.SECONDS)).isFalse();
	}

	private static void assertEndsWhenTold(Process application) throws IOException, InterruptedException {
		try (OutputStream in = application.getOutputStream()) {
			in.write('\n');
		}
		assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(application.exitValue()).isZero();
	}

	private Process start(String what, String end) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Application.class.getName(),
				String.valueOf(this.asterisk.port()), what, end)
			.redirectErrorStream(true)
			.start();
	}

	/**
	 * Ends its manager when it is given a line, on a daemon thread as everything else.
	 */
	static final class Application {

		private Application() {
		}

		public static void main(String[] args) {
			Manager manager = Manager.builder()
				.host("127.0.0.1")
				.port(Integer.parseInt(args[0]))
				.credentials("admin", "wordpass")
				.reconnect(ReconnectPolicy.DEFAULTS.withDelays(FAST.initialDelay(), FAST.maxDelay())
					.withMultiplier(1)
					.withJitter(0)
					.withMaxAttempts((args[1].equals("give-up")) ? 2 : 0))
				.build();
			manager.registerCallback(AmiEvent.class, (event, m) -> {
			});
			if (args[1].equals("asyncagi")) {
				new AsyncAgiServer(manager, new ScriptRegistry()).start();
			}
			if (args[1].equals("fail")) {
				try {
					manager.connect();
				}
				catch (ManagerException ex) {
					return;
				}
			}
			manager.connectAsync();
			Thread control = new Thread(() -> end(manager, args[2]));
			control.setDaemon(true);
			control.start();
			System.out.println(MAIN_RETURNS);
		}

		private static void end(Manager manager, String how) {
			try {
				if (System.in.read() < 0) {
					return;
				}
			}
			catch (IOException ex) {
				return;
			}
			if (how.equals("close")) {
				manager.close();
			}
			else {
				manager.disconnect();
			}
		}

	}

}
