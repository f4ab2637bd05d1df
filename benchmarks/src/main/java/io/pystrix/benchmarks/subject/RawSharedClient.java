package io.pystrix.benchmarks.subject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One socket for several callers: a lock to write, a thread that reads and wakes whoever
 * is answered. The ActionID is the number of the caller.
 */
final class RawSharedClient implements AmiClient {

	private static final int ID_OFFSET = "Response: Success\r\nActionID: ".length();

	private final RawSocket socket;

	private final ReentrantLock writing = new ReentrantLock();

	private final List<Caller> callers = new CopyOnWriteArrayList<>();

	private final ThreadLocal<Caller> caller = ThreadLocal.withInitial(this::newCaller);

	RawSharedClient(int port) throws IOException {
		this.socket = new RawSocket(port);
		Thread reader = new Thread(this::read, "reader");
		reader.setDaemon(true);
		reader.start();
	}

	private synchronized Caller newCaller() {
		Caller added = new Caller(Thread.currentThread(), this.callers.size());
		this.callers.add(added);
		return added;
	}

	private void read() {
		try {
			while (true) {
				this.socket.next();
				byte[] bytes = this.socket.buffer();
				int id = 0;
				for (int i = this.socket.start() + ID_OFFSET; bytes[i] != '\r'; i++) {
					id = id * 10 + bytes[i] - '0';
				}
				this.callers.get(id).wake();
			}
		}
		catch (IOException ex) {
			// Closed: the callers are gone by then
		}
	}

	@Override
	public void flood() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void ignoreEvents() {
		throw new UnsupportedOperationException();
	}

	@Override
	public int list() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void ping() throws IOException {
		Caller me = this.caller.get();
		me.answered = false;
		this.writing.lock();
		try {
			this.socket.write(me.ping);
		}
		finally {
			this.writing.unlock();
		}
		while (!me.answered) {
			LockSupport.park(this);
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	private static final class Caller {

		private final Thread thread;

		private final byte[] ping;

		private volatile boolean answered;

		private Caller(Thread thread, int number) {
			this.thread = thread;
			this.ping = ("Action: Ping\r\nActionID: " + number + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
		}

		private void wake() {
			this.answered = true;
			LockSupport.unpark(this.thread);
		}

	}

}
