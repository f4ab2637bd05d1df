package io.pystrix.agi.fastagi;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A thread for each call: a virtual one where Java has them, else a daemon.
 */
final class CallThreads {

	private CallThreads() {
	}

	static Executor create(String prefix) {
		ThreadFactory factory = factory(prefix);
		return (call) -> factory.newThread(call).start();
	}

	// By reflection, since the byte code is that of Java 17
	private static ThreadFactory factory(String prefix) {
		try {
			Class<?> type = Class.forName("java.lang.Thread$Builder");
			Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
			Method name = type.getMethod("name", String.class, long.class);
			return (ThreadFactory) type.getMethod("factory").invoke(name.invoke(builder, prefix, 1L));
		}
		catch (ReflectiveOperationException ex) {
			return platform(prefix);
		}
	}

	private static ThreadFactory platform(String prefix) {
		AtomicLong number = new AtomicLong();
		return (call) -> {
			Thread thread = new Thread(call, prefix + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		};
	}

}
