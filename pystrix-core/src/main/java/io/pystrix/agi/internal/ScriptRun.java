package io.pystrix.agi.internal;

import java.util.List;
import java.util.Map;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.RegisteredScript;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.internal.Loggable;
import io.pystrix.internal.Printable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One run of a script inside its interceptors, and what is logged about its end. A
 * failure is logged where no interceptor can handle it any more, but still inside the
 * outermost ones that only set up a context: some logging systems take the trace from the
 * scope that is current, others from the log context (MDC). What further interceptors
 * added to the log context is restored for that line.
 */
final class ScriptRun {

	private static final Logger logger = LoggerFactory.getLogger(ScriptRunner.LOGGER);

	private final AgiRequest request;

	private final CallThread thread;

	private final @Nullable RegisteredScript script;

	private @Nullable Throwable reported;

	private @Nullable Map<String, String> context;

	ScriptRun(AgiRequest request, CallThread thread) {
		this.request = request;
		this.thread = thread;
		this.script = request.script().orElse(null);
	}

	/**
	 * Runs the script.
	 * @param agi the session
	 * @param interceptors all interceptors, the outermost first
	 * @return what the script threw, {@code null} if it returned
	 */
	@Nullable Throwable execute(Agi agi, List<AgiInterceptor> interceptors) {
		try {
			handler(interceptors).handle(agi, this.request);
			return null;
		}
		catch (Throwable ex) {
			if (ex != this.reported) {
				report(ex);
			}
			return ex;
		}
	}

	/**
	 * Returns how the script ended.
	 * @param thrown what it threw, {@code null} if it returned
	 */
	ScriptOutcome outcome(@Nullable Throwable thrown) {
		return (this.script == null && thrown == null) ? ScriptOutcome.NOT_FOUND
				: ScriptOutcome.of(this.request, thrown);
	}

	private AgiHandler handler(List<AgiInterceptor> interceptors) {
		RegisteredScript script = this.script;
		if (script == null) {
			List<AgiInterceptor> contexts = interceptors.stream().filter(AgiInterceptor::isContextOnly).toList();
			return intercepted(this::notFound, contexts);
		}
		int outer = 0;
		while (outer < interceptors.size() && interceptors.get(outer).isContextOnly()) {
			outer++;
		}
		AgiHandler handler = script.handler();
		if (outer < interceptors.size()) {
			handler = intercepted(remembering(handler), interceptors.subList(outer, interceptors.size()));
		}
		return (outer > 0) ? intercepted(reporting(handler), interceptors.subList(0, outer)) : handler;
	}

	private static AgiHandler intercepted(AgiHandler script, List<AgiInterceptor> interceptors) {
		AgiHandler handler = script;
		for (int i = interceptors.size() - 1; i >= 0; i--) {
			AgiInterceptor interceptor = interceptors.get(i);
			AgiHandler next = handler;
			handler = (agi, request) -> interceptor.intercept(agi, request, next);
		}
		return handler;
	}

	private AgiHandler remembering(AgiHandler handler) {
		return (agi, request) -> {
			try {
				handler.handle(agi, request);
			}
			catch (Throwable ex) {
				this.context = MDC.getCopyOfContextMap();
				throw ex;
			}
		};
	}

	private AgiHandler reporting(AgiHandler handler) {
		return (agi, request) -> {
			try {
				handler.handle(agi, request);
			}
			catch (Throwable ex) {
				this.reported = ex;
				report(ex);
				throw ex;
			}
		};
	}

	private void notFound(Agi agi, AgiRequest request) {
		logger.warn("No AGI script for '{}', channel {}, from {}", Printable.of(request.path()), channel(),
				request.remoteAddress());
	}

	private void report(Throwable ex) {
		Map<String, String> context = this.context;
		if (context == null) {
			log(ex);
			return;
		}
		Map<String, String> current = MDC.getCopyOfContextMap();
		MDC.setContextMap(context);
		try {
			log(ex);
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

	private void log(Throwable thrown) {
		Throwable ex = Loggable.of(thrown);
		String name = (this.script != null) ? this.script.name() : this.request.path();
		if (this.thread.isAborted()) {
			logger.debug("AGI script '{}' was interrupted, channel {}", name, channel(), ex);
		}
		else if (outcome(thrown) == ScriptOutcome.HANGUP) {
			logger.debug("AGI script '{}' ended by hang-up, channel {}: {}", name, channel(), ex.getMessage());
		}
		else {
			logger.error("AGI script '{}' failed, channel {}", name, channel(), ex);
		}
	}

	private String channel() {
		return Printable.of(this.request.environment().channel());
	}

}
