package io.pystrix.agi.process;

import java.lang.reflect.Proxy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for SIGHUP, which ends a Java VM that does not. The JDK's class for it is an
 * unofficial one, in a module that a runtime image may lack; then a hang-up ends the
 * process, unless it was started with the signal ignored.
 */
final class Sighup {

	private static final Logger logger = LoggerFactory.getLogger(ProcessAgi.class);

	private Sighup() {
	}

	static boolean onSignal(Runnable action) {
		try {
			Class<?> signalType = Class.forName("sun.misc.Signal");
			Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
			Object signal = signalType.getConstructor(String.class).newInstance("HUP");
			Object handler = Proxy.newProxyInstance(Sighup.class.getClassLoader(), new Class<?>[] { handlerType },
					(proxy, method, args) -> {
						if (method.getName().equals("handle")) {
							action.run();
						}
						return null;
					});
			signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler);
			return true;
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			logger.warn("A hang-up will end this process, as it cannot listen for SIGHUP: {}", ex.toString());
			return false;
		}
	}

}
