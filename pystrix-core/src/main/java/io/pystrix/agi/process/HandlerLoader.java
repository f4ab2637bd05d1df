package io.pystrix.agi.process;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

import io.pystrix.agi.AgiHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the script that a command line names. What is wrong with it, an
 * {@link IllegalArgumentException} says in one line.
 */
final class HandlerLoader {

	private static final Logger logger = LoggerFactory.getLogger(ProcessAgi.class);

	private HandlerLoader() {
	}

	static AgiHandler load(String... args) {
		if (args.length == 0) {
			throw new IllegalArgumentException("The argument is missing: the name of a class that is an AgiHandler");
		}
		Class<?> type = find(args[0]);
		if (!AgiHandler.class.isAssignableFrom(type)) {
			throw new IllegalArgumentException(args[0] + " is not an AgiHandler");
		}
		return create(type.asSubclass(AgiHandler.class));
	}

	private static Class<?> find(String name) {
		try {
			return Class.forName(name, false, ClassLoader.getSystemClassLoader());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalArgumentException("There is no class " + name + " in the class path", ex);
		}
		catch (LinkageError ex) {
			throw failed(name + " cannot be loaded", ex);
		}
	}

	private static AgiHandler create(Class<? extends AgiHandler> type) {
		String name = type.getName();
		try {
			Constructor<? extends AgiHandler> constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalArgumentException(name + " has no constructor without parameters", ex);
		}
		catch (InvocationTargetException ex) {
			throw failed("The constructor of " + name + " failed", ex.getTargetException());
		}
		catch (ReflectiveOperationException | RuntimeException | LinkageError ex) {
			throw failed(name + " cannot be created", ex);
		}
	}

	private static IllegalArgumentException failed(String what, Throwable why) {
		logger.debug(what, why);
		return new IllegalArgumentException(what + ": " + why.toString().lines().findFirst().orElse(""), why);
	}

}
