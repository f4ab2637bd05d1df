package io.pystrix.support;

import java.time.Duration;
import java.util.NoSuchElementException;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests wait long for what must happen, as a machine may be busy with other things for
 * seconds, and look often, as it happens at once as a rule.
 */
public final class AwaitilityDefaults implements BeforeAllCallback {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration INTERVAL = Duration.ofMillis(10);

	@Override
	public void beforeAll(ExtensionContext context) {
		Awaitility.setDefaultTimeout(PATIENCE);
		Awaitility.setDefaultPollDelay(Duration.ZERO);
		Awaitility.setDefaultPollInterval(INTERVAL);
		Awaitility.ignoreExceptionsByDefaultMatching(AwaitilityDefaults::isNotYet);
	}

	/** What a test looks into may not have its first element yet. */
	private static boolean isNotYet(Throwable failure) {
		return failure instanceof NoSuchElementException || failure instanceof IndexOutOfBoundsException;
	}

}
