package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptOutcome;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;

/**
 * Observes scripts. It has to be the outermost interceptor, so that others belong to the
 * observation, too. A hang-up is no error.
 *
 * @since 0.1.0
 */
public final class AgiScriptObserver implements AgiInterceptor, Ordered {

	private static final AgiScriptObservationConvention DEFAULT = new DefaultAgiScriptObservationConvention();

	private final ObservationRegistry registry;

	private final @Nullable AgiScriptObservationConvention convention;

	/**
	 * Creates an observer.
	 * @param registry is given the observations
	 * @param convention names them, {@code null} for the default
	 */
	public AgiScriptObserver(ObservationRegistry registry, @Nullable AgiScriptObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	@Override
	public void intercept(Agi agi, AgiRequest request, AgiHandler next) throws Exception {
		AgiScriptObservationContext context = new AgiScriptObservationContext(request);
		Observation observation = AgiScriptObservation.SCRIPT
			.observation(this.convention, DEFAULT, () -> context, this.registry)
			.start();
		Observation.Scope scope = observation.openScope();
		try {
			next.handle(agi, request);
			// Without a script, the rest of the chain only says so in the log
			context.setOutcome(request.script().isPresent() ? ScriptOutcome.COMPLETED : ScriptOutcome.NOT_FOUND);
		}
		catch (Throwable ex) {
			ScriptOutcome outcome = ScriptOutcome.of(request, ex);
			context.setOutcome(outcome);
			if (outcome == ScriptOutcome.FAILED) {
				observation.error(ex);
			}
			throw ex;
		}
		finally {
			scope.close();
			observation.stop();
		}
	}

	@Override
	public boolean isContextOnly() {
		return true;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
