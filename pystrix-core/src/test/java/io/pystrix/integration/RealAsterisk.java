package io.pystrix.integration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.PlayDTMFAction;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The Asterisk that the environment names, as {@code asterisk/asterisk.sh start} prints
 * it.
 */
final class RealAsterisk {

	static final String HOST = environment("ASTERISK_AMI_HOST", "127.0.0.1");

	static final int PORT = Integer.parseInt(environment("ASTERISK_AMI_PORT", "5038"));

	/** One above the other, unless told otherwise. */
	static final int TLS_PORT = Integer.parseInt(environment("ASTERISK_AMI_TLS_PORT", String.valueOf(PORT + 1)));

	static final String USERNAME = environment("ASTERISK_AMI_USERNAME", "admin");

	static final String PASSWORD = environment("ASTERISK_AMI_PASSWORD", "wordpass");

	/** The newest there is if it is not known. */
	static final AsteriskRelease RELEASE = AsteriskRelease.parse(environment("ASTERISK_VERSION", ""));

	/** Where its AGI scripts are, as this machine sees it; empty if that is not known. */
	static final String AGI_FOLDER = environment("ASTERISK_AGI_DIR", "");

	/** Folders of this machine that have the same path for its AGI scripts. */
	static final String BOUND_FOLDERS = environment("ASTERISK_BIND", "");

	static final Duration PATIENCE = Duration.ofSeconds(60);

	private RealAsterisk() {
	}

	private static String environment(String name, String fallback) {
		String value = System.getenv(name);
		return (value != null && !value.isEmpty()) ? value : fallback;
	}

	/** Returns the release that a simulator has to play to be like this Asterisk. */
	static io.pystrix.test.release.AsteriskRelease played() {
		return (RELEASE.major() == Integer.MAX_VALUE) ? io.pystrix.test.release.AsteriskRelease.V23
				: io.pystrix.test.release.AsteriskRelease.of(RELEASE + ".0");
	}

	/** A builder without credentials. */
	static ManagerBuilder anonymous() {
		return Manager.builder()
			.host(HOST)
			.port(PORT)
			.connectTimeout(PATIENCE)
			.actionTimeout(PATIENCE)
			.keepAlive(PATIENCE, PATIENCE);
	}

	static ManagerBuilder builder() {
		return anonymous().credentials(USERNAME, PASSWORD);
	}

	/**
	 * A silent caller that is connected with a script on a FastAGI server of the test.
	 */
	static OriginateAction callTo(int fastAgiPort, String script) {
		return new OriginateAction("Local/wait@default").application("AGI",
				"agi://127.0.0.1:" + fastAgiPort + "/" + script);
	}

	/** Presses a key as the channel's own caller would. */
	static PlayDTMFAction press(String channel, String digit) {
		return new PlayDTMFAction(channel, digit).receive(true);
	}

	/**
	 * Runs a test only where there is an Asterisk to talk to.
	 */
	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@EnabledIfEnvironmentVariable(named = "ASTERISK_AMI_HOST", matches = ".+")
	@interface Required {

	}

}
