package io.pystrix.test.ami;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Who may log in, and the two actions by which they do.
 */
final class Logins {

	private final List<AmiAccount> first;

	private final Map<String, AmiAccount> accounts = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Duration failureDelay;

	private final Predicate<String> inUse;

	private final BooleanSupplier refusing;

	private final AtomicInteger attempts = new AtomicInteger();

	/**
	 * Keep accounts.
	 * @param inUse tells whether somebody is logged in by a name
	 * @param refusing asked at each login whether to refuse it, whatever it says and over
	 * whichever connection it comes
	 */
	Logins(Collection<AmiAccount> accounts, Duration failureDelay, Predicate<String> inUse, BooleanSupplier refusing) {
		this.first = List.copyOf(accounts);
		reset();
		this.failureDelay = failureDelay;
		this.inUse = inUse;
		this.refusing = refusing;
	}

	void add(AmiAccount account) {
		this.accounts.put(account.username(), account);
	}

	void remove(String username) {
		this.accounts.remove(username);
	}

	/**
	 * Have the accounts that there were first.
	 */
	void reset() {
		this.accounts.clear();
		this.first.forEach(this::add);
	}

	int attempts() {
		return this.attempts.get();
	}

	AmiAnswer challenge(AmiSession session, AmiRequest request) {
		if (isInUse(request)) {
			return refusal("Login Already In Use");
		}
		if (!request.get("AuthType", "").equalsIgnoreCase("MD5")) {
			return AmiAnswer.error("Must specify AuthType");
		}
		return AmiAnswer.of(AmiFrame.response("Success").with("Challenge", session.issueChallenge()));
	}

	AmiAnswer login(AmiSession session, AmiRequest request, @Nullable AmiFrame fullyBooted) {
		if (session.isAuthenticated()) {
			return AmiAnswer.success("Already authenticated");
		}
		this.attempts.incrementAndGet();
		if (isInUse(request)) {
			return refusal("Login Already In Use");
		}
		AmiAccount account = this.accounts.get(request.get("Username", ""));
		if (session.faults().loginRefused || this.refusing.getAsBoolean() || account == null || account.isDenied()
				|| !proves(account, session.issuedChallenge(), request)) {
			return refusal("Authentication failed");
		}
		String events = request.get("Events");
		if (events != null && !events.isEmpty()) {
			session.mask(ClassSet.ofMask(events));
		}
		session.login(account, AmiAnswer.success("Authentication accepted"), request.actionId());
		if (fullyBooted != null) {
			session.deliver(fullyBooted);
		}
		return AmiAnswer.none();
	}

	private boolean isInUse(AmiRequest request) {
		AmiAccount account = this.accounts.get(request.get("Username", ""));
		return account != null && account.isSingle() && this.inUse.test(account.username());
	}

	private AmiAnswer refusal(String message) {
		return AmiAnswer.error(message).after(this.failureDelay).thenClose();
	}

	private static boolean proves(AmiAccount account, @Nullable String challenge, AmiRequest request) {
		if (!request.get("AuthType", "").equalsIgnoreCase("MD5")) {
			return account.secret().equals(request.get("Secret"));
		}
		return challenge != null && md5(challenge + account.secret()).equals(request.get("Key"));
	}

	private static String md5(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has MD5", ex);
		}
	}

}
