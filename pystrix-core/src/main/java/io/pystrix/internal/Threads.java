package io.pystrix.internal;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Makes the threads that run user code: virtual ones where the JDK has them (21 and
 * later), daemon threads elsewhere.
 *
 * @since 0.1.0
 */
public final class Threads {

	// By reflection, since the byte code is that of Java 17. On 19 and 20 the method
	// exists as a preview and refuses to work
	private static final boolean VIRTUAL = Runtime.version().feature() >= 21;

	private Threads() {
	}

	/**
	 * Creates a factory for threads that run user code.
	 * @param name the name of its threads
	 * @return the factory
	 */
	public static ThreadFactory forUserCode(String name) {
		return (VIRTUAL) ? virtual(name, null) : daemon(name);
	}

	/**
	 * Creates an executor that runs each task, user code, on a thread of its own. Without
	 * virtual threads one that has become idle is used again, as making a thread costs
	 * more than a short call; it goes after a minute.
	 * @param prefix the name of its threads, before their number
	 * @return the executor
	 */
	public static Executor perTask(String prefix) {
		if (!VIRTUAL) {
			return Executors.newCachedThreadPool(numberedDaemon(prefix));
		}
		ThreadFactory threads = virtual(prefix, 1L);
		return (task) -> threads.newThread(task).start();
	}

	/**
	 * Creates a factory for platform threads that do not keep the JVM alive.
	 * @param name the name of its threads
	 * @return the factory
	 */
	public static ThreadFactory daemon(String name) {
		return (task) -> daemon(task, name);
	}

	private static ThreadFactory numberedDaemon(String prefix) {
		AtomicLong number = new AtomicLong();
		return (task) -> daemon(task, prefix + number.incrementAndGet());
	}

	private static Thread daemon(Runnable task, String name) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		return thread;
	}

	private static ThreadFactory virtual(String name, @Nullable Long firstNumber) {
		try {
			Class<?> type = Class.forName("java.lang.Thread$Builder");
			Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
			Method naming = (firstNumber != null) ? type.getMethod("name", String.class, long.class)
					: type.getMethod("name", String.class);
			Object named = (firstNumber != null) ? naming.invoke(builder, name, firstNumber)
					: naming.invoke(builder, name);
			return (ThreadFactory) type.getMethod("factory").invoke(named);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("This JDK has virtual threads but does not make them", ex);
		}
	}

}
