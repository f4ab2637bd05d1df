package io.pystrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between two peers, and delays, splits, cuts, damages or silently swallows what
 * they send, as a seed has it. What becomes of a connection depends on the seed and its
 * number alone.
 */
public final class FaultyLink implements AutoCloseable {

	private static final int MAX_PIECE = 700;

	private final ServerSocket server;

	private final InetSocketAddress target;

	private final long seed;

	private final boolean damages;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger faults = new AtomicInteger();

	private volatile boolean healed = false;

	/**
	 * Creates a link.
	 * @param target where to
	 * @param seed what makes all random decisions
	 * @param damages whether bytes are changed as well
	 */
	public FaultyLink(InetSocketAddress target, long seed, boolean damages) {
		this.target = target;
		this.seed = seed;
		this.damages = damages;
		try {
			this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		run(this::accept);
	}

	public int port() {
		return this.server.getLocalPort();
	}

	public InetSocketAddress address() {
		return (InetSocketAddress) this.server.getLocalSocketAddress();
	}

	/** How many connections there have been. */
	public int connections() {
		return this.connections.get();
	}

	/** How often something was cut, damaged or swallowed. */
	public int faults() {
		return this.faults.get();
	}

	/** From now on all that is sent arrives as it is; what has gone wrong is cut. */
	public void heal() {
		this.healed = true;
		cutAll();
	}

	@Override
	public void close() throws IOException {
		this.closed.countDown();
		this.server.close();
		cutAll();
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = this.server.accept();
			int number = this.connections.incrementAndGet();
			try {
				Socket peer = new Socket(this.target.getAddress(), this.target.getPort());
				this.sockets.add(client);
				this.sockets.add(peer);
				AtomicBoolean cut = new AtomicBoolean();
				pass(client, peer, new Random(this.seed * 31 + number), cut);
				pass(peer, client, new Random(this.seed * 31 - number), cut);
			}
			catch (IOException ex) {
				client.close();
			}
		}
	}

	private void pass(Socket from, Socket to, Random random, AtomicBoolean cut) {
		run(() -> {
			try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
				to.setTcpNoDelay(true);
				byte[] buffer = new byte[MAX_PIECE];
				int count = in.read(buffer, 0, size(random));
				while (count >= 0 && forward(buffer, count, out, to, random, cut)) {
					count = in.read(buffer, 0, size(random));
				}
			}
			finally {
				this.sockets.remove(from);
				this.sockets.remove(to);
			}
		});
	}

	private int size(Random random) {
		return (this.healed || random.nextInt(3) > 0) ? MAX_PIECE : 1 + random.nextInt(20);
	}

	/** Returns whether the connection goes on. */
	private boolean forward(byte[] buffer, int count, OutputStream out, Socket to, Random random, AtomicBoolean cut)
			throws IOException {
		int choice = (this.healed) ? Integer.MAX_VALUE : random.nextInt(400);
		if (choice < 2) {
			this.faults.incrementAndGet();
			// A piece of a command may be run like one: its answer comes from no whole
			// link
			cut.set(true);
			out.write(buffer, 0, random.nextInt(count + 1));
			to.setSoLinger(choice == 0, 0);
			return false;
		}
		if (choice == 2) {
			this.faults.incrementAndGet();
			swallow();
			return false;
		}
		if (choice == 3 && this.damages) {
			this.faults.incrementAndGet();
			buffer[random.nextInt(count)] = (byte) random.nextInt();
		}
		else if (choice < 40) {
			await(random.nextInt(10));
		}
		if (cut.get()) {
			return false;
		}
		out.write(buffer, 0, count);
		return true;
	}

	/** As a link does that was cut somewhere far away. */
	private void swallow() {
		for (int i = 0; i < 100 && !this.healed; i++) {
			await(10);
		}
	}

	private void await(int millis) {
		try {
			if (this.closed.await(millis, TimeUnit.MILLISECONDS)) {
				this.healed = true;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void cutAll() {
		for (Socket socket : this.sockets) {
			try {
				socket.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private static void run(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException ex) {
				// One of the sides has ended it
			}
		}, "faulty-link");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Reads and writes.
	 */
	@FunctionalInterface
	private interface Task {

		void run() throws IOException;

	}

}
