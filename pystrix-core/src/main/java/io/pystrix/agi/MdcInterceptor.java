package io.pystrix.agi;

import io.pystrix.internal.Printable;
import org.slf4j.MDC;

/**
 * Puts what identifies a call into the log context, so that every line that its script
 * logs can tell it: {@value #CHANNEL}, {@value #UNIQUEID} and {@value #SCRIPT}. With
 * Logback a pattern shows one of them as {@code %X{agi.channel}}.
 *
 * @since 0.1.0
 */
public final class MdcInterceptor implements AgiInterceptor {

	/** The key of the channel's name. */
	public static final String CHANNEL = "agi.channel";

	/** The key of the channel's unique id. */
	public static final String UNIQUEID = "agi.uniqueid";

	/** The key of the script's name in its registry. */
	public static final String SCRIPT = "agi.script";

	/** Creates an interceptor. */
	public MdcInterceptor() {
	}

	@Override
	public boolean isContextOnly() {
		return true;
	}

	@Override
	public void intercept(Agi agi, AgiRequest request, AgiHandler next) throws Exception {
		MDC.put(CHANNEL, Printable.of(request.environment().channel()));
		MDC.put(UNIQUEID, Printable.of(request.environment().uniqueid()));
		MDC.put(SCRIPT, request.script().map(RegisteredScript::name).orElse(""));
		try {
			next.handle(agi, request);
		}
		finally {
			MDC.remove(CHANNEL);
			MDC.remove(UNIQUEID);
			MDC.remove(SCRIPT);
		}
	}

}
