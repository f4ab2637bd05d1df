package io.pystrix.test.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Stands between a client and a real Asterisk, on the loopback interface, and writes what
 * Asterisk sends into files that {@link AmiTrace#read(Path)} understands: one for each
 * connection. <pre class="code">
 * try (AmiRecorder recorder = AmiRecorder.of("pbx.example.com", 5038).folder(Path.of("traces")).start()) {
 *     // let the application connect to recorder.address(), and place a call
 * }
 * </pre>
 * <p>
 * The client gets every byte as it was. In the files secrets are replaced by
 * {@code ********}: values of headers, configuration lines and variables whose names
 * sound like one (secret, password, token …), and the secret of a plain login wherever it
 * occurs. What else is secret, customers' numbers say, has to be said by {@code mask}.
 * Look at a file before you give it away.
 * <p>
 * Without a test, from the command line:
 * {@code java -cp … io.pystrix.test.ami.AmiRecorder pbx.example.com:5038 5039 traces}.
 *
 * @since 0.1.0
 */
public final class AmiRecorder implements AutoCloseable {

	private final InetSocketAddress asterisk;

	private final Path folder;

	private final SecretMask mask;

	private final Listener listener;

	private final List<RecordedConnection> connections = new CopyOnWriteArrayList<>();

	private final List<Path> files = new CopyOnWriteArrayList<>();

	private AmiRecorder(Builder builder) {
		this.asterisk = builder.asterisk;
		this.folder = builder.folder;
		this.mask = new SecretMask(builder.secrets);
		this.listener = new Listener(builder.port, this::accept);
	}

	/**
	 * Describe a recorder.
	 * @param host where the real Asterisk is
	 * @param port its AMI port, without TLS
	 * @return a builder with a free port
	 */
	public static Builder of(String host, int port) {
		return new Builder(new InetSocketAddress(host, port));
	}

	/**
	 * Record until the process is ended.
	 * @param arguments host and port of Asterisk with a colon in between, the port to
	 * listen on, and the folder for the files
	 */
	public static void main(String... arguments) {
		if (arguments.length != 3 || !arguments[0].matches(".+:\\d+") || !arguments[1].matches("\\d+")) {
			System.err.println("Usage: AmiRecorder HOST:PORT PORT-TO-LISTEN-ON FOLDER");
			System.exit(2);
		}
		int colon = arguments[0].lastIndexOf(':');
		AmiRecorder recorder = of(arguments[0].substring(0, colon), Integer.parseInt(arguments[0].substring(colon + 1)))
			.port(Integer.parseInt(arguments[1]))
			.folder(Path.of(arguments[2]))
			.start();
		System.out.println("Connect to " + recorder.address() + "; traces go to " + recorder.folder.toAbsolutePath());
		try {
			Thread.currentThread().join();
		}
		catch (InterruptedException ex) {
			recorder.close();
		}
	}

	/**
	 * Where clients connect to.
	 * @return the loopback address with the port
	 */
	public InetSocketAddress address() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
	}

	/**
	 * The port that clients connect to.
	 * @return the port
	 */
	public int port() {
		return this.listener.port();
	}

	/**
	 * The files that were begun, one for each connection. A file is complete when its
	 * connection is closed, by either side or by {@link #stop()}.
	 * @return the files in the order of the connections
	 */
	public List<Path> files() {
		return List.copyOf(this.files);
	}

	/**
	 * Close all connections and finish their files, which can be read from then on.
	 */
	public void stop() {
		this.listener.stop();
		this.connections.forEach(RecordedConnection::close);
	}

	/**
	 * The same as {@link #stop()}.
	 */
	@Override
	public void close() {
		stop();
	}

	private void accept(Socket client) throws IOException {
		Socket server = new Socket();
		try {
			server.connect(resolved(), 5000);
			client.setTcpNoDelay(true);
			server.setTcpNoDelay(true);
			Path file = this.folder.resolve("ami-" + (this.files.size() + 1) + ".raw");
			RecordedConnection connection = new RecordedConnection(client, server, file, this.mask);
			this.files.add(file);
			this.connections.add(connection);
			connection.start();
		}
		catch (IOException ex) {
			client.close();
			server.close();
			throw ex;
		}
	}

	private InetSocketAddress resolved() {
		// Asked anew each time: the recorder may run for days
		return new InetSocketAddress(this.asterisk.getHostString(), this.asterisk.getPort());
	}

	/**
	 * Describes an {@link AmiRecorder}. Not thread-safe.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final InetSocketAddress asterisk;

		private final List<Pattern> secrets = new ArrayList<>();

		private Path folder = Path.of("");

		private int port;

		private Builder(InetSocketAddress asterisk) {
			this.asterisk = asterisk;
		}

		/**
		 * Choose where the files go: {@code ami-1.raw}, {@code ami-2.raw} and so on, in
		 * place of those that are there.
		 * @param folder the folder, which is made if there is none; the current one by
		 * default
		 * @return this
		 */
		public Builder folder(Path folder) {
			this.folder = Objects.requireNonNull(folder);
			return this;
		}

		/**
		 * Choose the port that clients connect to.
		 * @param port the port, or 0 (the default) for a free one
		 * @return this
		 */
		public Builder port(int port) {
			this.port = port;
			return this;
		}

		/**
		 * Keep a text out of the files, wherever it occurs.
		 * @param secret the exact text
		 * @return this
		 * @throws IllegalArgumentException if it is empty
		 */
		public Builder mask(String secret) {
			if (secret.isEmpty()) {
				throw new IllegalArgumentException("An empty text cannot be kept secret");
			}
			return mask(Pattern.compile(Pattern.quote(secret)));
		}

		/**
		 * Keep what fits an expression out of the files, wherever it occurs within a
		 * line.
		 * @param secret the expression
		 * @return this
		 */
		public Builder mask(Pattern secret) {
			this.secrets.add(secret);
			return this;
		}

		/**
		 * Begin to accept connections.
		 * @return a recorder to close
		 * @throws UncheckedIOException if the port is in use or the folder cannot be made
		 */
		public AmiRecorder start() {
			try {
				Files.createDirectories(this.folder.toAbsolutePath());
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot make the folder " + this.folder, ex);
			}
			AmiRecorder recorder = new AmiRecorder(this);
			recorder.listener.start();
			return recorder;
		}

	}

}
