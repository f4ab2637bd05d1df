package io.pystrix.spring.boot.autoconfigure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.pystrix.ami.OverflowPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationUnit;

/**
 * Properties of a connection to Asterisk's manager interface.
 *
 * @since 0.1.0
 */
public class AmiServerProperties {

	/**
	 * Host name or address of Asterisk. Cannot be combined with hosts.
	 */
	private @Nullable String host;

	/**
	 * Port of the manager interface, and of those hosts that do not name one.
	 */
	private int port = 5038;

	/**
	 * Comma-separated list of hosts, each as host or host:port, that are tried in order
	 * at every attempt to connect. Cannot be combined with a host.
	 */
	private List<String> hosts = new ArrayList<>();

	/**
	 * Name of the user in manager.conf. Without it, the connection is made but not logged
	 * in.
	 */
	private @Nullable String username;

	/**
	 * Secret of the user.
	 */
	private @Nullable String password;

	/**
	 * Time to connect to one host, and for each answer of the login. If a duration suffix
	 * is not specified, seconds will be used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration connectTimeout = Duration.ofSeconds(5);

	/**
	 * Time to wait for the answer to an action. If a duration suffix is not specified,
	 * seconds will be used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration actionTimeout = Duration.ofSeconds(10);

	/**
	 * Classes of events that Asterisk shall send: on, off, or a list such as call,system.
	 * All that the user may read if not set.
	 */
	private @Nullable String eventMask;

	/**
	 * Comma-separated list of event filters that are added after each login: regular
	 * expressions with a leading exclamation mark to exclude, or match criteria such as
	 * action(exclude),name(VarSet), which need Asterisk 18.26, 20.11, 21.6, 22.1 or
	 * later. A filter that has commas needs an element with an index of its own.
	 */
	private List<String> filters = new ArrayList<>();

	/**
	 * Charset of text.
	 */
	private Charset charset = StandardCharsets.UTF_8;

	/**
	 * Whether the application fails to start if it cannot connect. Otherwise it starts,
	 * and connects when Asterisk is there.
	 */
	private boolean failFast = false;

	private final WireLog wireLog = new WireLog();

	private final Ssl ssl = new Ssl();

	private final KeepAlive keepAlive = new KeepAlive();

	private final Reconnect reconnect = new Reconnect();

	private final Listener listener = new Listener();

	private final Live live = new Live();

	public @Nullable String getHost() {
		return this.host;
	}

	public void setHost(@Nullable String host) {
		this.host = host;
	}

	public int getPort() {
		return this.port;
	}

	public void setPort(int port) {
		this.port = port;
	}

	public List<String> getHosts() {
		return this.hosts;
	}

	public void setHosts(List<String> hosts) {
		this.hosts = hosts;
	}

	public @Nullable String getUsername() {
		return this.username;
	}

	public void setUsername(@Nullable String username) {
		this.username = username;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public Duration getActionTimeout() {
		return this.actionTimeout;
	}

	public void setActionTimeout(Duration actionTimeout) {
		this.actionTimeout = actionTimeout;
	}

	public @Nullable String getEventMask() {
		return this.eventMask;
	}

	public void setEventMask(@Nullable String eventMask) {
		this.eventMask = eventMask;
	}

	public List<String> getFilters() {
		return this.filters;
	}

	public void setFilters(List<String> filters) {
		this.filters = filters;
	}

	public Charset getCharset() {
		return this.charset;
	}

	public void setCharset(Charset charset) {
		this.charset = charset;
	}

	public boolean isFailFast() {
		return this.failFast;
	}

	public void setFailFast(boolean failFast) {
		this.failFast = failFast;
	}

	public WireLog getWireLog() {
		return this.wireLog;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	public KeepAlive getKeepAlive() {
		return this.keepAlive;
	}

	public Reconnect getReconnect() {
		return this.reconnect;
	}

	public Listener getListener() {
		return this.listener;
	}

	public Live getLive() {
		return this.live;
	}

	/**
	 * The log of all messages, at the level TRACE of the logger io.pystrix.ami.wire.
	 *
	 * @since 0.1.0
	 */
	public static class WireLog {

		/**
		 * Comma-separated list of headers, variables and database keys whose values are
		 * masked in the log of all messages, in addition to those whose names say that
		 * they are secret.
		 */
		private List<String> maskedNames = new ArrayList<>();

		public List<String> getMaskedNames() {
			return this.maskedNames;
		}

		public void setMaskedNames(List<String> maskedNames) {
			this.maskedNames = maskedNames;
		}

	}

	/**
	 * Securing the connection by TLS.
	 *
	 * @since 0.1.0
	 */
	public static class Ssl {

		/**
		 * Whether to secure the connection by TLS. Enabled automatically if a bundle is
		 * set unless specified otherwise.
		 */
		private @Nullable Boolean enabled;

		/**
		 * SSL bundle name. What the JVM trusts if not set.
		 */
		private @Nullable String bundle;

		/**
		 * Whether the certificate of Asterisk has to be for the host that is connected
		 * to.
		 */
		private boolean verifyHostname = true;

		public boolean isEnabled() {
			return (this.enabled != null) ? this.enabled : this.bundle != null;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

		public boolean isVerifyHostname() {
			return this.verifyHostname;
		}

		public void setVerifyHostname(boolean verifyHostname) {
			this.verifyHostname = verifyHostname;
		}

	}

	/**
	 * Finding out that a link is dead.
	 *
	 * @since 0.1.0
	 */
	public static class KeepAlive {

		/**
		 * Interval of the pings. Zero for no keep-alive. If a duration suffix is not
		 * specified, seconds will be used.
		 */
		@DurationUnit(ChronoUnit.SECONDS)
		private Duration interval = Duration.ofSeconds(10);

		/**
		 * Time in which Asterisk has to say anything at all after a ping. If a duration
		 * suffix is not specified, seconds will be used.
		 */
		@DurationUnit(ChronoUnit.SECONDS)
		private Duration timeout = Duration.ofSeconds(5);

		public Duration getInterval() {
			return this.interval;
		}

		public void setInterval(Duration interval) {
			this.interval = interval;
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

	}

	/**
	 * When to try again after the connection was lost or could not be made.
	 *
	 * @since 0.1.0
	 */
	public static class Reconnect {

		/**
		 * Delay before the first attempt.
		 */
		private Duration initialDelay = Duration.ofMillis(500);

		/**
		 * Longest delay between two attempts.
		 */
		private Duration maxDelay = Duration.ofSeconds(30);

		/**
		 * Factor by which the delay grows from attempt to attempt.
		 */
		private double multiplier = 2.0;

		/**
		 * Part of a delay that is random, between 0 and 1.
		 */
		private double jitter = 0.5;

		/**
		 * Number of attempts in a row. Zero for no limit.
		 */
		private int maxAttempts = 0;

		public Duration getInitialDelay() {
			return this.initialDelay;
		}

		public void setInitialDelay(Duration initialDelay) {
			this.initialDelay = initialDelay;
		}

		public Duration getMaxDelay() {
			return this.maxDelay;
		}

		public void setMaxDelay(Duration maxDelay) {
			this.maxDelay = maxDelay;
		}

		public double getMultiplier() {
			return this.multiplier;
		}

		public void setMultiplier(double multiplier) {
			this.multiplier = multiplier;
		}

		public double getJitter() {
			return this.jitter;
		}

		public void setJitter(double jitter) {
			this.jitter = jitter;
		}

		public int getMaxAttempts() {
			return this.maxAttempts;
		}

		public void setMaxAttempts(int maxAttempts) {
			this.maxAttempts = maxAttempts;
		}

	}

	/**
	 * Defaults for listeners of events.
	 *
	 * @since 0.1.0
	 */
	public static class Listener {

		/**
		 * Number of events that may wait for a listener.
		 */
		private int queueCapacity = 10000;

		/**
		 * What happens when more events wait for a listener than may.
		 */
		private OverflowPolicy overflow = OverflowPolicy.DROP_OLDEST;

		public int getQueueCapacity() {
			return this.queueCapacity;
		}

		public void setQueueCapacity(int queueCapacity) {
			this.queueCapacity = queueCapacity;
		}

		public OverflowPolicy getOverflow() {
			return this.overflow;
		}

		public void setOverflow(OverflowPolicy overflow) {
			this.overflow = overflow;
		}

	}

	/**
	 * Following what goes on in Asterisk.
	 *
	 * @since 0.1.0
	 */
	public static class Live {

		/**
		 * Whether to keep a live state of channels, calls, queues and so on, and to offer
		 * control of calls. It has Asterisk list them after each connect, and follows all
		 * events about them.
		 */
		private boolean enabled = false;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

	}

}
