package io.pystrix.spring.agi;

import java.util.List;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.AgiRequest;

/**
 * Asks the {@linkplain AgiAdvice advice} in its order when a script throws.
 *
 * @param advice the methods of each advice that handle exceptions
 */
record AdviceInterceptor(List<ExceptionHandlers> advice) implements AgiInterceptor {

	@Override
	public void intercept(Agi agi, AgiRequest request, AgiHandler next) throws Exception {
		try {
			next.handle(agi, request);
		}
		catch (Throwable ex) {
			for (ExceptionHandlers handlers : this.advice) {
				if (handlers.handle(ex, agi, request)) {
					return;
				}
			}
			throw ex;
		}
	}

}
