package io.pystrix.ami;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.pystrix.FuzzInput;
import io.pystrix.PieceStream;
import io.pystrix.ami.internal.FrameReader;
import io.pystrix.ami.message.AmiAction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever comes over a connection that waits for a response and a list: it ends with a
 * failure of input or output and nothing else, and nothing stays pending.
 */
public final class AmiConnectionFuzz {

	static final ManagerSettings SETTINGS = new ManagerSettings(List.of(new AmiEndpoint("pbx", 5038)), null, false,
			null, List.of(), StandardCharsets.UTF_8, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ZERO,
			Duration.ZERO, ReconnectPolicy.DEFAULTS, new FrameReader.Limits(512, 64, 4096), List.of(), null, null, null,
			true, List.of(), List.of());

	private static final EventDispatcher DISPATCHER = dispatcher();

	private AmiConnectionFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) {
		FuzzInput input = new FuzzInput(data);
		long seed = input.below(1 << 16);
		Connection connection;
		try {
			Socket socket = new Wire(new PieceStream(input.rest(), seed));
			connection = new Connection(socket, socket, new ReadDeadline(socket), SETTINGS.endpoints().get(0), SETTINGS,
					DISPATCHER);
		}
		catch (IOException ex) {
			// There was no greeting
			return;
		}
		PendingAction ping = connection.send(AmiAction.named("Ping"), "1", Duration.ofSeconds(10));
		PendingAction list = connection.send(AmiAction.named("Status").asList(), "2", Duration.ofSeconds(10));
		assertThat(connection.readToEnd()).hasCauseInstanceOf(IOException.class);
		assertThat(ping.reply()).isDone();
		assertThat(list.reply()).isDone();
	}

	private static EventDispatcher dispatcher() {
		EventDispatcher dispatcher = new EventDispatcher(new EventTypes(List.of()));
		CallbackOptions options = CallbackOptions.DEFAULTS.withQueueCapacity(100_000);
		dispatcher.register(
				new MailboxRegistration<>("fuzz", options, (event) -> assertThat(event.name()).isNotNull(), (lost) -> {
				}, (closed) -> {
				}), (name, type) -> !name.startsWith("X"));
		return dispatcher;
	}

	/**
	 * A socket without a network.
	 */
	static final class Wire extends Socket {

		private final InputStream in;

		Wire(InputStream in) {
			this.in = in;
		}

		@Override
		public InputStream getInputStream() {
			return this.in;
		}

		@Override
		public OutputStream getOutputStream() {
			return new ByteArrayOutputStream();
		}

		@Override
		public void setSoTimeout(int timeout) {
			// It always has something to say
		}

	}

}
