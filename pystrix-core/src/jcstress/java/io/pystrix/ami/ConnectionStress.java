package io.pystrix.ami;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.pystrix.ami.message.AmiAction;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Whatever ends a connection, nobody is left waiting for it.
 */
public final class ConnectionStress {

	private static final AmiEndpoint ENDPOINT = new AmiEndpoint("localhost", 5038);

	private static final ManagerSettings SETTINGS = Manager.builder().host(ENDPOINT.host()).settings();

	private static final EventDispatcher NOBODY = new EventDispatcher(new EventTypes(List.of()));

	private ConnectionStress() {
	}

	private static Connection connection(boolean writable) {
		try {
			Socket socket = new EndedSocket(writable);
			return new Connection(socket, socket, new ReadDeadline(socket), ENDPOINT, SETTINGS, NOBODY);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static PendingAction send(Connection connection, String id) {
		return connection.send(AmiAction.named("Ping"), id, Duration.ofSeconds(1));
	}

	private static int failed(PendingAction action) {
		return (action.reply().isCompletedExceptionally()) ? 1 : 0;
	}

	/** Which of two callers were told, and how many are pending. */
	@JCStressTest
	@State
	@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "both are told")
	public static class ABrokenSocketReachesAllWhoWrite {

		private final Connection connection = connection(false);

		private PendingAction a;

		private PendingAction b;

		@Actor
		public void one() {
			this.a = send(this.connection, "a");
		}

		@Actor
		public void other() {
			this.b = send(this.connection, "b");
		}

		@Arbiter
		public void look(III_Result result) {
			result.r1 = failed(this.a);
			result.r2 = failed(this.b);
			result.r3 = this.connection.pending().size();
		}

	}

	/** Whether who writes while the reader meets the end is told. */
	@JCStressTest
	@State
	@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "is told")
	public static class AnEndReachesWhoWrites {

		private final Connection connection = connection(true);

		private PendingAction action;

		@Actor
		public void send() {
			this.action = ConnectionStress.send(this.connection, "a");
		}

		@Actor
		public void read() {
			this.connection.readToEnd();
		}

		@Arbiter
		public void look(II_Result result) {
			result.r1 = failed(this.action);
			result.r2 = this.connection.pending().size();
		}

	}

	/** Whether who writes while somebody logs off is told. */
	@JCStressTest
	@State
	@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "is told")
	public static class ALogoffReachesWhoWrites {

		private final Connection connection = connection(true);

		private PendingAction action;

		@Actor
		public void send() {
			this.action = ConnectionStress.send(this.connection, "a");
		}

		@Actor
		public void logoff() {
			this.connection.logoff();
		}

		@Arbiter
		public void look(II_Result result) {
			result.r1 = failed(this.action);
			result.r2 = this.connection.pending().size();
		}

	}

	/** Whether the reason that the connection gives is the one that its caller gets. */
	@JCStressTest
	@State
	@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the same reason")
	public static class TheFirstReasonCounts {

		private final Connection connection = connection(true);

		private final PendingAction action = send(this.connection, "a");

		@Actor
		public void one() {
			this.connection.fail(new ManagerConnectionException("one"));
		}

		@Actor
		public void other() {
			this.connection.fail(new ManagerConnectionException("other"));
		}

		@Arbiter
		public void look(I_Result result) {
			Throwable told = this.action.reply().handle((reply, failure) -> failure).join();
			result.r1 = (told != null && told == this.connection.failure()) ? 1 : 0;
		}

	}

	/** A socket whose peer greets and is gone. */
	private static final class EndedSocket extends Socket {

		private final boolean writable;

		EndedSocket(boolean writable) {
			this.writable = writable;
		}

		@Override
		public InputStream getInputStream() {
			return new ByteArrayInputStream("Hello/1.0\r\n".getBytes(StandardCharsets.US_ASCII));
		}

		@Override
		public OutputStream getOutputStream() {
			return (this.writable) ? OutputStream.nullOutputStream() : new OutputStream() {

				@Override
				public void write(int b) throws IOException {
					throw new IOException("broken");
				}

			};
		}

		@Override
		public void close() {
			// There is nothing to close
		}

	}

}
