package io.pystrix.spring.boot.autoconfigure;

import java.net.InetAddress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.pystrix.agi.fastagi.WhenFull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/**
 * Properties of the FastAGI server.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("asterisk.fastagi")
public class FastAgiProperties {

	/**
	 * Address to listen on. The loopback address if not set.
	 */
	private @Nullable InetAddress address;

	/**
	 * Port to listen on. Zero for any that is free.
	 */
	private int port = 4573;

	/**
	 * Number of connections that may wait to be taken. As many as the system allows if
	 * not set.
	 */
	private @Nullable Integer backlog;

	/**
	 * Number of calls that are served at once. Zero for no limit.
	 */
	private int maxCalls = 0;

	/**
	 * What happens to calls above max-calls.
	 */
	private WhenFull whenFull = WhenFull.REFUSE;

	/**
	 * Time in which a connection has to say what it wants, and in which an executor of
	 * your own has to begin the call. If a duration suffix is not specified, seconds will
	 * be used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration handshakeTimeout = Duration.ofSeconds(10);

	/**
	 * Time that a command may take, longer than the longest prompt or dialled call. No
	 * limit if not set. If a duration suffix is not specified, seconds will be used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private @Nullable Duration commandTimeout;

	/**
	 * Comma-separated list of addresses and networks, such as 10.0.0.0/8, that may call.
	 * Everybody may if empty.
	 */
	private List<String> allowedClients = new ArrayList<>();

	/**
	 * Channel variable that tells the dialplan of a script that failed or does not exist.
	 * Empty for none.
	 */
	private String statusVariable = "AGI_SCRIPT_STATUS";

	/**
	 * Whether to serve calls with forged variables, which a line feed in a value such as
	 * the caller's name makes up. Scripts must not trust their values then.
	 */
	private boolean acceptForgedEnvironment = false;

	private final WireLog wireLog = new WireLog();

	private final Shutdown shutdown = new Shutdown();

	public @Nullable InetAddress getAddress() {
		return this.address;
	}

	public void setAddress(@Nullable InetAddress address) {
		this.address = address;
	}

	public int getPort() {
		return this.port;
	}

	public void setPort(int port) {
		this.port = port;
	}

	public @Nullable Integer getBacklog() {
		return this.backlog;
	}

	public void setBacklog(@Nullable Integer backlog) {
		this.backlog = backlog;
	}

	public int getMaxCalls() {
		return this.maxCalls;
	}

	public void setMaxCalls(int maxCalls) {
		this.maxCalls = maxCalls;
	}

	public WhenFull getWhenFull() {
		return this.whenFull;
	}

	public void setWhenFull(WhenFull whenFull) {
		this.whenFull = whenFull;
	}

	public Duration getHandshakeTimeout() {
		return this.handshakeTimeout;
	}

	public void setHandshakeTimeout(Duration handshakeTimeout) {
		this.handshakeTimeout = handshakeTimeout;
	}

	public @Nullable Duration getCommandTimeout() {
		return this.commandTimeout;
	}

	public void setCommandTimeout(@Nullable Duration commandTimeout) {
		this.commandTimeout = commandTimeout;
	}

	public List<String> getAllowedClients() {
		return this.allowedClients;
	}

	public void setAllowedClients(List<String> allowedClients) {
		this.allowedClients = allowedClients;
	}

	public String getStatusVariable() {
		return this.statusVariable;
	}

	public void setStatusVariable(String statusVariable) {
		this.statusVariable = statusVariable;
	}

	public boolean isAcceptForgedEnvironment() {
		return this.acceptForgedEnvironment;
	}

	public void setAcceptForgedEnvironment(boolean acceptForgedEnvironment) {
		this.acceptForgedEnvironment = acceptForgedEnvironment;
	}

	public WireLog getWireLog() {
		return this.wireLog;
	}

	public Shutdown getShutdown() {
		return this.shutdown;
	}

	/**
	 * What the log of commands and replies shows, which is written at TRACE by the logger
	 * io.pystrix.agi.wire.
	 *
	 * @since 0.1.0
	 */
	public static class WireLog {

		/**
		 * Whether to mask the digits, text and speech that callers enter.
		 */
		private boolean maskDigits = false;

		/**
		 * Comma-separated list of channel variables and database keys whose values are
		 * masked, in addition to those whose names say that they are secret.
		 */
		private List<String> maskedVariables = new ArrayList<>();

		public boolean isMaskDigits() {
			return this.maskDigits;
		}

		public void setMaskDigits(boolean maskDigits) {
			this.maskDigits = maskDigits;
		}

		public List<String> getMaskedVariables() {
			return this.maskedVariables;
		}

		public void setMaskedVariables(List<String> maskedVariables) {
			this.maskedVariables = maskedVariables;
		}

	}

	/**
	 * How the server stops.
	 *
	 * @since 0.1.0
	 */
	public static class Shutdown {

		/**
		 * Time for running calls to finish before they are interrupted. Has to be less
		 * than spring.lifecycle.timeout-per-shutdown-phase. If a duration suffix is not
		 * specified, seconds will be used.
		 */
		@DurationUnit(ChronoUnit.SECONDS)
		private Duration gracePeriod = Duration.ofSeconds(20);

		public Duration getGracePeriod() {
			return this.gracePeriod;
		}

		public void setGracePeriod(Duration gracePeriod) {
			this.gracePeriod = gracePeriod;
		}

	}

}
