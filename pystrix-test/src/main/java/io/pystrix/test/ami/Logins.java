package io.pystrix.test.ami;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Who may log in, and the two actions by which they do.
 */
final class Logins {

	private final Map<String, String> accounts;

	private final Duration failureDelay;

	private final AtomicInteger attempts = new AtomicInteger();

	private volatile boolean refusing;

	Logins(Map<String, String> accounts, Duration failureDelay) {
		this.accounts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.accounts.putAll(accounts);
		this.failureDelay = failureDelay;
	}

	void refuse(boolean refusing) {
		this.refusing = refusing;
	}

	int attempts() {
		return this.attempts.get();
	}

	AmiAnswer challenge(AmiSession session, AmiRequest request) {
		if (!request.get("AuthType", "").equalsIgnoreCase("MD5")) {
			return AmiAnswer.error("Must specify AuthType");
		}
		return AmiAnswer.of(AmiFrame.response("Success").with("Challenge", session.issueChallenge()));
	}

	AmiAnswer login(AmiSession session, AmiRequest request, boolean fullyBooted) {
		if (session.isAuthenticated()) {
			return AmiAnswer.success("Already authenticated");
		}
		this.attempts.incrementAndGet();
		if (this.refusing || !proves(session.issuedChallenge(), request)) {
			return AmiAnswer.error("Authentication failed").after(this.failureDelay).thenClose();
		}
		String events = request.get("Events");
		if (events != null) {
			session.mask(EventMask.parse(events));
		}
		session.login(AmiAnswer.success("Authentication accepted").toBytes(request.actionId()));
		if (fullyBooted) {
			session.deliver(AmiFrame.event("FullyBooted")
				.with("Privilege", "system,all")
				.with("Uptime", 1396)
				.with("LastReload", 527)
				.with("Status", "Fully Booted"));
		}
		return AmiAnswer.none();
	}

	private boolean proves(@Nullable String challenge, AmiRequest request) {
		String secret = this.accounts.get(request.get("Username", ""));
		if (secret == null) {
			return false;
		}
		if (!request.get("AuthType", "").toLowerCase(Locale.ROOT).equals("md5")) {
			return secret.equals(request.get("Secret"));
		}
		return challenge != null && md5(challenge + secret).equals(request.get("Key"));
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
