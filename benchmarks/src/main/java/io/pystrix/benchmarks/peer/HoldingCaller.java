package io.pystrix.benchmarks.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * An Asterisk with very many calls at once, each of which answers a command after half a
 * second, on one thread.
 */
public final class HoldingCaller {

	private static final long ANSWER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

	private static final byte[] REPLY = "200 result=0\n".getBytes(StandardCharsets.US_ASCII);

	/**
	 * Connections that the other side has not accepted yet; its backlog is no subject.
	 */
	private static final int MAX_SILENT = 40;

	private final ByteBuffer buffer = ByteBuffer.allocateDirect(4096);

	private final Queue<Answer> answers = new ArrayDeque<>();

	private final Selector selector;

	private int silent;

	private int held;

	private int dropped;

	private long commands;

	private HoldingCaller(Selector selector) {
		this.selector = selector;
	}

	/**
	 * Makes calls, holds them, says how many there are, and hangs up when it is told.
	 * @param port where the server listens
	 * @param calls how many
	 * @param seconds how long to hold them when all are there
	 * @throws IOException if there are no more sockets, say
	 */
	public static void run(int port, int calls, int seconds) throws IOException {
		try (Selector selector = Selector.open()) {
			HoldingCaller caller = new HoldingCaller(selector);
			InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
			int made = 0;
			while (made < calls || caller.silent > 0) {
				while (made < calls && caller.silent < MAX_SILENT) {
					caller.call(address);
					made++;
				}
				caller.turn();
			}
			long before = caller.commands;
			long start = System.nanoTime();
			long end = start + TimeUnit.SECONDS.toNanos(seconds);
			System.out.println("up|" + caller.held);
			while (System.nanoTime() < end) {
				caller.turn();
			}
			System.out.println("held|" + caller.held);
			System.out.println("dropped|" + caller.dropped);
			System.out.println("commands|" + (caller.commands - before));
			System.out.println("nanos|" + (System.nanoTime() - start));
			// Whoever started this looks at the server first, and ends both
			System.in.read();
		}
	}

	private void call(InetSocketAddress address) throws IOException {
		SocketChannel channel = SocketChannel.open(address);
		channel.configureBlocking(false);
		channel.write(ByteBuffer.wrap(AgiCaller.ENVIRONMENT.getBytes(StandardCharsets.US_ASCII)));
		channel.register(this.selector, SelectionKey.OP_READ, new Call());
		this.silent++;
	}

	private void turn() throws IOException {
		this.selector.select(1);
		for (Iterator<SelectionKey> keys = this.selector.selectedKeys().iterator(); keys.hasNext();) {
			read(keys.next());
			keys.remove();
		}
		long now = System.nanoTime();
		Answer next = this.answers.peek();
		while (next != null && next.due() - now <= 0) {
			this.answers.remove();
			answer(next.key());
			next = this.answers.peek();
		}
	}

	private void read(SelectionKey key) {
		Call call = (Call) key.attachment();
		boolean open = isOpenAfterRead(key);
		if (!call.heard) {
			call.heard = true;
			this.silent--;
			this.held++;
		}
		if (open) {
			this.commands++;
			this.answers.add(new Answer(key, System.nanoTime() + ANSWER_NANOS));
		}
		else {
			this.held--;
			this.dropped++;
			close(key);
		}
	}

	private boolean isOpenAfterRead(SelectionKey key) {
		try {
			this.buffer.clear();
			return ((SocketChannel) key.channel()).read(this.buffer) >= 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void answer(SelectionKey key) {
		try {
			if (key.isValid()) {
				((SocketChannel) key.channel()).write(ByteBuffer.wrap(REPLY));
			}
		}
		catch (IOException ex) {
			// Seen by the next read
		}
	}

	private static void close(SelectionKey key) {
		try {
			key.channel().close();
		}
		catch (IOException ex) {
			// It is gone all the same
		}
	}

	private record Answer(SelectionKey key, long due) {

	}

	private static final class Call {

		private boolean heard;

	}

}
