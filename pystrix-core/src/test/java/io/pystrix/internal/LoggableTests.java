package io.pystrix.internal;

import io.pystrix.UnreadableException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What user code has thrown, in a log.
 */
class LoggableTests {

	@Test
	void anExceptionThatCanBeReadIsShownAsItIs() {
		Exception cause = new IllegalStateException("cause");
		Exception thrown = new RuntimeException("thrown", cause);
		cause.addSuppressed(thrown);
		assertThat(Loggable.of(thrown)).isSameAs(thrown);
	}

	@Test
	void anExceptionWhoseMessageThrowsIsReplaced() {
		UnreadableException thrown = new UnreadableException();
		assertThat(Loggable.of(thrown))
			.hasMessage(UnreadableException.class.getName() + ", whose message cannot be read")
			.extracting(Throwable::getStackTrace)
			.isEqualTo(thrown.getStackTrace());
	}

	@Test
	void aCauseWhoseMessageThrowsIsNoExcuse() {
		Exception thrown = new RuntimeException("thrown",
				new IllegalStateException("cause", new UnreadableException()));
		assertThat(Loggable.of(thrown)).isNotSameAs(thrown)
			.hasMessageStartingWith("java.lang.RuntimeException, whose message");
	}

}
