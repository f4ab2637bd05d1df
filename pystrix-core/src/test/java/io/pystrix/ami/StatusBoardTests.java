package io.pystrix.ami;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StatusBoard}.
 */
class StatusBoardTests {

	private final StatusBoard board = new StatusBoard();

	@Test
	void theLastRoundTripIsKnownWhileConnected() {
		this.board.change(ConnectionState.CONNECTED, null);
		this.board.pinged(Duration.ofMillis(3));
		assertThat(lastRoundTrip()).isEqualTo(Duration.ofMillis(3));
	}

	@ParameterizedTest
	@EnumSource(names = { "DISCONNECTED", "RECONNECTING", "CLOSED" })
	void whatIsReadAfterTheEndOfAConnectionDoesNotCount(ConnectionState end) {
		this.board.change(ConnectionState.CONNECTED, null);
		this.board.change(end, null);
		this.board.pinged(Duration.ofMillis(3));
		this.board.shuttingDown(true);
		assertThat(lastRoundTrip()).isNull();
		assertThat(status().shuttingDown()).isFalse();
	}

	private @Nullable Duration lastRoundTrip() {
		return status().lastRoundTrip();
	}

	private ManagerStatus status() {
		return this.board.snapshot(null, new EventDispatcher(new EventTypes(List.of())));
	}

}
