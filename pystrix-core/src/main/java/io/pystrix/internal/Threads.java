package io.pystrix.internal;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;

import org.jspecify.annotations.Nullable;

/**
 * Makes the threads that run user code: virtual ones where the JDK has them (21 and
 * later), daemon threads elsewhere.
 */
public final class Threads {

	private static final @Nullable Method OF_VIRTUAL = method(Thread.class, "ofVirtual");

	private Threads() {
	}

	/**
	 * Creates a factory for threads that run user code.
	 * @param name the name of its threads
	 * @return the factory
	 */
	public static ThreadFactory forUserCode(String name) {
		if (OF_VIRTUAL != null) {
			try {
				return virtual(OF_VIRTUAL, name);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException("This JDK has virtual threads but does not make them", ex);
			}
		}
		return daemon(name);
	}

	/**
	 * Creates a factory for platform threads that do not keep the JVM alive.
	 * @param name the name of its threads
	 * @return the factory
	 */
	public static ThreadFactory daemon(String name) {
		return (task) -> {
			Thread thread = new Thread(task, name);
			thread.setDaemon(true);
			return thread;
		};
	}

	private static ThreadFactory virtual(Method ofVirtual, String name) throws ReflectiveOperationException {
		Object builder = ofVirtual.invoke(null);
		Class<?> type = Class.forName("java.lang.Thread$Builder");
		Object named = type.getMethod("name", String.class).invoke(builder, name);
		return (ThreadFactory) type.getMethod("factory").invoke(named);
	}

	private static @Nullable Method method(Class<?> type, String name) {
		try {
			Method method = type.getMethod(name);
			// On 19 and 20 the method exists as a preview and refuses to work
			return (Runtime.version().feature() >= 21) ? method : null;
		}
		catch (NoSuchMethodException ex) {
			return null;
		}
	}

}
