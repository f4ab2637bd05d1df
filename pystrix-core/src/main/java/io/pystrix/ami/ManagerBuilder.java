package io.pystrix.ami;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.pystrix.ami.internal.FrameReader;
import io.pystrix.ami.internal.RequestEncoder;
import io.pystrix.ami.message.AmiEventType;
import io.pystrix.internal.Charsets;
import org.jspecify.annotations.Nullable;

/**
 * Configures a {@link Manager}. For one thread; may be used for several managers.
 *
 * @since 0.1.0
 */
public final class ManagerBuilder {

	private String host = "localhost";

	private int port = AmiEndpoint.DEFAULT_PORT;

	private List<AmiEndpoint> endpoints = List.of();

	private @Nullable Credentials credentials;

	private boolean plainLogin;

	private @Nullable String eventMask;

	private List<String> filters = List.of();

	private List<String> wireLogMaskedNames = List.of();

	private Charset charset = StandardCharsets.UTF_8;

	private Duration connectTimeout = Duration.ofSeconds(5);

	private Duration actionTimeout = Duration.ofSeconds(10);

	private Duration keepAliveInterval = Duration.ofSeconds(10);

	private Duration keepAliveTimeout = Duration.ofSeconds(5);

	private ReconnectPolicy reconnect = ReconnectPolicy.DEFAULTS;

	private FrameReader.Limits limits = FrameReader.Limits.DEFAULTS;

	private final List<AmiEventType<?>> eventTypes = new ArrayList<>();

	private final List<AmiActionListener> actionListeners = new ArrayList<>();

	private @Nullable Executor executor;

	private @Nullable Supplier<SSLContext> sslContext;

	private @Nullable SSLParameters sslParameters;

	private boolean verifyHostname = true;

	ManagerBuilder() {
	}

	/**
	 * Sets the host.
	 * @param host the name or address; {@code localhost} by default
	 * @return this builder
	 */
	public ManagerBuilder host(String host) {
		this.host = host;
		return this;
	}

	/**
	 * Sets the port.
	 * @param port the port; 5038 by default
	 * @return this builder
	 */
	public ManagerBuilder port(int port) {
		this.port = port;
		return this;
	}

	/**
	 * Sets several peers, which are tried in order at every attempt to connect. Replaces
	 * host and port.
	 * @param endpoints the peers; empty to use host and port
	 * @return this builder
	 */
	public ManagerBuilder endpoints(List<AmiEndpoint> endpoints) {
		this.endpoints = List.copyOf(endpoints);
		return this;
	}

	/**
	 * Sets the credentials. Without them the manager connects and does not log in.
	 * @param username the name of the user in {@code manager.conf}
	 * @param secret the secret; it is never logged
	 * @return this builder
	 * @throws IllegalArgumentException if one of them holds CR, LF or NUL
	 */
	public ManagerBuilder credentials(String username, String secret) {
		RequestEncoder.checkValue("Username", username);
		RequestEncoder.checkValue("Secret", secret);
		this.credentials = new Credentials(username, secret);
		return this;
	}

	/**
	 * Sends the secret as it is, instead of proving its knowledge by MD5.
	 * @return this builder
	 */
	public ManagerBuilder plainLogin() {
		this.plainLogin = true;
		return this;
	}

	/**
	 * Sets which classes of events Asterisk shall send.
	 * @param eventMask {@code on}, {@code off}, or classes such as {@code call,system};
	 * {@code null}, the default, for all that the user may read
	 * @return this builder
	 * @throws IllegalArgumentException if it holds CR, LF or NUL
	 */
	public ManagerBuilder eventMask(@Nullable String eventMask) {
		if (eventMask != null) {
			RequestEncoder.checkValue("Events", eventMask);
		}
		this.eventMask = eventMask;
		return this;
	}

	/**
	 * Sets the event filters that are added after each login. A filter is one of
	 * <ul>
	 * <li>a regular expression over the text of an event, with a leading {@code !} to
	 * exclude, such as {@code !Event: RTCP};</li>
	 * <li>match criteria in the syntax of {@code manager.conf}, with or without
	 * {@code eventfilter} around them, such as {@code action(exclude),name(VarSet)} or
	 * {@code eventfilter(name(Newchannel),header(Channel),method(starts_with)) = PJSIP/}.
	 * Asterisk 18.26, 20.11, 21.6, 22.1, 23.0, certified-22.8 and later have them; an
	 * older one, which would hold back almost all events, is detected, and connecting
	 * fails with a {@link ManagerException}.</li>
	 * </ul>
	 * @param filters the filters; none by default, so that all events come
	 * @return this builder
	 * @throws IllegalArgumentException if one of them holds CR, LF or NUL, or begins as
	 * match criteria do and is none
	 */
	public ManagerBuilder filters(List<String> filters) {
		filters.forEach(EventFilter::parse);
		this.filters = List.copyOf(filters);
		return this;
	}

	/**
	 * Sets further names of headers, variables and database keys whose values the wire
	 * log masks. It always masks those whose names say that they are secret, as
	 * {@link io.pystrix.agi.WireLogOptions} describes. The wire log shows each message of
	 * both directions, at the level TRACE of the logger {@code io.pystrix.ami.wire}.
	 * <p>
	 * Over AsyncAGI, it also shows commands and replies of AGI: name the variables that
	 * you mask there, and {@code Result} if callers enter what nobody may see.
	 * @param names the names, in any case, such as {@code CallerIDNum} or {@code IBAN};
	 * none by default
	 * @return this builder
	 */
	public ManagerBuilder wireLogMaskedNames(List<String> names) {
		this.wireLogMaskedNames = List.copyOf(names);
		return this;
	}

	/**
	 * Sets the charset of text.
	 * @param charset the charset, UTF-8 or one of those with one byte for a character,
	 * UTF-8 by default; bytes that are none are replaced
	 * @return this builder
	 * @throws IllegalArgumentException if it is another kind of charset
	 */
	public ManagerBuilder charset(Charset charset) {
		this.charset = Charsets.requireAscii(charset);
		return this;
	}

	/**
	 * Sets how long it may take to connect to one peer, and how long the peer may take
	 * for its greeting and each answer of the login.
	 * @param connectTimeout the time, 5 s by default
	 * @return this builder
	 */
	public ManagerBuilder connectTimeout(Duration connectTimeout) {
		this.connectTimeout = positive("connect timeout", connectTimeout);
		return this;
	}

	/**
	 * Sets how long to wait for the answer to an action.
	 * @param actionTimeout the time, 10 s by default
	 * @return this builder
	 */
	public ManagerBuilder actionTimeout(Duration actionTimeout) {
		this.actionTimeout = positive("action timeout", actionTimeout);
		return this;
	}

	/**
	 * Sets how a dead link is detected: by a ping at an interval, and the time in which
	 * any byte must arrive after it. Asterisk executes the actions of a connection one
	 * after the other, so while it has not answered an action, the link counts as alive
	 * for a bounded time: three times the action timeout, or longer if the caller waits
	 * longer or the action is known to be slow.
	 * @param interval the interval, 10 s by default; zero for no keep-alive
	 * @param timeout the time to answer, 5 s by default
	 * @return this builder
	 */
	public ManagerBuilder keepAlive(Duration interval, Duration timeout) {
		if (interval.isNegative()) {
			throw new IllegalArgumentException("The keep-alive interval must not be negative, but is " + interval);
		}
		this.keepAliveInterval = interval;
		this.keepAliveTimeout = positive("keep-alive timeout", timeout);
		return this;
	}

	/**
	 * Sets when to try again after a connection was lost.
	 * @param reconnect the policy
	 * @return this builder
	 */
	public ManagerBuilder reconnect(ReconnectPolicy reconnect) {
		this.reconnect = reconnect;
		return this;
	}

	/**
	 * Sets what ends the connection, so that a peer cannot fill the memory.
	 * @param maxLineSize the size of the longest line in bytes, 1 MiB by default
	 * @param maxHeaders how many headers a message may have, 10,000 by default
	 * @param maxMessageSize the size of the largest message in bytes, 4 MiB by default
	 * @return this builder
	 */
	public ManagerBuilder limits(int maxLineSize, int maxHeaders, int maxMessageSize) {
		if (maxLineSize < 1024 || maxHeaders < 128 || maxMessageSize < maxLineSize) {
			throw new IllegalArgumentException(
					"The limits must allow lines of 1024 bytes, 128 headers, and a message of one line");
		}
		this.limits = new FrameReader.Limits(maxLineSize, maxHeaders, maxMessageSize);
		return this;
	}

	/**
	 * Adds a class of events, or replaces the one that is known for the name.
	 * @param type the type
	 * @return this builder
	 */
	public ManagerBuilder eventType(AmiEventType<?> type) {
		this.eventTypes.add(type);
		return this;
	}

	/**
	 * Adds a listener to the actions that are sent, for metrics and the like.
	 * @param listener the listener; several are told in the order in which they were
	 * added
	 * @return this builder
	 */
	public ManagerBuilder actionListener(AmiActionListener listener) {
		this.actionListeners.add(listener);
		return this;
	}

	/**
	 * Sets what completes the futures that users are given. Another thread completes a
	 * future if the executor refuses to, or does not do so within the action timeout.
	 * @param executor the executor; by default a thread per completion, virtual on JDK 21
	 * and later
	 * @return this builder
	 */
	public ManagerBuilder executor(Executor executor) {
		this.executor = executor;
		return this;
	}

	/**
	 * Secures the connection by TLS. Asterisk listens for it at a port of its own,
	 * usually 5039.
	 * @param sslContext says what to trust, and what to identify with
	 * @return this builder
	 */
	public ManagerBuilder sslContext(SSLContext sslContext) {
		return sslContext(() -> sslContext);
	}

	/**
	 * Secures the connection by TLS with a context that may change, as when certificates
	 * are renewed.
	 * @param sslContext is asked for the context at each attempt to connect; what it
	 * throws fails the attempt
	 * @return this builder
	 * @see #sslContext(SSLContext)
	 */
	public ManagerBuilder sslContext(Supplier<SSLContext> sslContext) {
		this.sslContext = sslContext;
		return this;
	}

	/**
	 * Sets the protocols, ciphers and other parameters of a TLS connection. The manager
	 * reads the object at each attempt to connect and never changes it, so several
	 * managers may share one. {@link #verifyHostname} takes precedence over its endpoint
	 * identification algorithm.
	 * @param sslParameters the parameters; the context's defaults if not set
	 * @return this builder
	 */
	public ManagerBuilder sslParameters(SSLParameters sslParameters) {
		this.sslParameters = sslParameters;
		return this;
	}

	/**
	 * Sets whether the peer's certificate must be for the host that was asked for.
	 * @param verifyHostname {@code true} by default; without it anybody with a trusted
	 * certificate can pose as the PBX
	 * @return this builder
	 */
	public ManagerBuilder verifyHostname(boolean verifyHostname) {
		this.verifyHostname = verifyHostname;
		return this;
	}

	/**
	 * Makes the manager. It does not connect yet.
	 * @return a manager
	 * @throws IllegalArgumentException if the port is none
	 */
	public Manager build() {
		return new DefaultManager(settings());
	}

	ManagerSettings settings() {
		List<AmiEndpoint> endpoints = (!this.endpoints.isEmpty()) ? this.endpoints
				: List.of(new AmiEndpoint(this.host, this.port));
		return new ManagerSettings(endpoints, this.credentials, this.plainLogin, this.eventMask, this.filters,
				this.charset, this.connectTimeout, this.actionTimeout, this.keepAliveInterval, this.keepAliveTimeout,
				this.reconnect, this.limits, List.copyOf(this.eventTypes), this.executor, this.sslContext,
				this.sslParameters, this.verifyHostname, List.copyOf(this.actionListeners), this.wireLogMaskedNames);
	}

	private static Duration positive(String name, Duration duration) {
		if (duration.isZero() || duration.isNegative()) {
			throw new IllegalArgumentException("The " + name + " must be positive, not " + duration);
		}
		return duration;
	}

}
