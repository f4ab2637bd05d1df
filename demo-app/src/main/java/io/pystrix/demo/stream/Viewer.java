package io.pystrix.demo.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open page. A thread of its own writes to it, because a browser that does not read
 * holds up whoever writes until the server's connection time-out.
 */
final class Viewer implements Runnable {

	private static final int CAPACITY = 50;

	private static final Message END = new Message("end", "");

	private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(CAPACITY);

	private final SseEmitter emitter = new SseEmitter(0L);

	private final Duration heartbeat;

	private final Consumer<Viewer> onEnd;

	private volatile boolean closed = false;

	/**
	 * Creates a viewer.
	 * @param heartbeat after what time of silence a sign of life is sent
	 * @param onEnd is told when nothing can be written any more
	 */
	Viewer(Duration heartbeat, Consumer<Viewer> onEnd) {
		this.heartbeat = heartbeat;
		this.onEnd = onEnd;
		this.emitter.onCompletion(this::close);
		this.emitter.onError((failure) -> close());
	}

	SseEmitter emitter() {
		return this.emitter;
	}

	/**
	 * Hands over a message.
	 * @param message the message
	 * @return whether there was room for it
	 */
	boolean offer(Message message) {
		return this.waiting.offer(message);
	}

	/** Ends it, and lets go at once of what waits. */
	void close() {
		this.closed = true;
		this.waiting.clear();
		this.waiting.offer(END);
	}

	@Override
	public void run() {
		try {
			while (!this.closed) {
				write(this.waiting.poll(this.heartbeat.toMillis(), TimeUnit.MILLISECONDS));
			}
		}
		catch (IOException | IllegalStateException ex) {
			// The browser has gone
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			close();
			this.onEnd.accept(this);
			this.emitter.complete();
		}
	}

	private void write(@Nullable Message message) throws IOException {
		Message next = (message != null) ? message : Message.HEARTBEAT;
		if (next != END) {
			this.emitter.send(SseEmitter.event().name(next.type()).data(next.json(), MediaType.TEXT_PLAIN));
		}
	}

}
