package io.pystrix.spring.ami;

import java.util.Map;

import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.message.AmiEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.beans.factory.BeanCreationNotAllowedException;

/**
 * Logs what a listener at one server throws: where no interceptor can handle it any more,
 * but still inside the outermost interceptors that only set up a context, as some logging
 * systems take the trace from the scope that is current. What further interceptors added
 * to the log context (MDC) is restored for that line. Used by one thread, that of the
 * listener.
 */
final class ListenerFailures {

	private static final Log logger = LogFactory.getLog(AmiListenerRegistry.class);

	private final String id;

	private final Object listener;

	private @Nullable Throwable reported;

	private @Nullable Map<String, String> context;

	/**
	 * Creates a log.
	 * @param id the identifier of the listener
	 * @param listener the listener, for its text
	 */
	ListenerFailures(String id, Object listener) {
		this.id = id;
		this.listener = listener;
	}

	/** Remembers the log context in which the listener failed. */
	AmiEventCallback<AmiEvent> remembering(AmiEventCallback<AmiEvent> listener) {
		return (event, manager) -> {
			try {
				listener.onEvent(event, manager);
			}
			catch (Throwable ex) {
				this.context = MDC.getCopyOfContextMap();
				throw ex;
			}
		};
	}

	/** Logs what comes out of the interceptors that may handle it. */
	AmiEventCallback<AmiEvent> reporting(AmiEventCallback<AmiEvent> chain) {
		return (event, manager) -> {
			try {
				chain.onEvent(event, manager);
			}
			catch (Throwable ex) {
				this.reported = ex;
				report(event, ex);
				throw ex;
			}
			finally {
				this.context = null;
			}
		};
	}

	/** Lets nothing out, as the next event has to follow. */
	AmiEventCallback<AmiEvent> swallowing(AmiEventCallback<AmiEvent> chain) {
		return (event, manager) -> {
			try {
				chain.onEvent(event, manager);
			}
			catch (Throwable ex) {
				if (ex != this.reported) {
					report(event, ex);
				}
			}
			finally {
				this.reported = null;
			}
		};
	}

	private void report(AmiEvent event, Throwable ex) {
		Map<String, String> context = this.context;
		if (context == null) {
			log(event, ex);
			return;
		}
		Map<String, String> current = MDC.getCopyOfContextMap();
		MDC.setContextMap(context);
		try {
			log(event, ex);
		}
		finally {
			if (current != null) {
				MDC.setContextMap(current);
			}
			else {
				MDC.clear();
			}
		}
	}

	private void log(AmiEvent event, Throwable ex) {
		if (ex instanceof BeanCreationNotAllowedException) {
			logger.debug("The application is closing, without AMI listener '" + this.id + "' for " + name(event));
		}
		else {
			logger.error("AMI listener '" + this.id + "' failed at " + name(event) + ": " + this.listener, ex);
		}
	}

	/** Without what would begin a line of its own in the log. */
	private static String name(AmiEvent event) {
		return event.name().replaceAll("\\p{Cntrl}", "?");
	}

}
