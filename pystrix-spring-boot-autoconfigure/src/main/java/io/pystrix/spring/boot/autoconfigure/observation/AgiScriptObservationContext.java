package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The run of a script.
 *
 * @since 0.1.0
 */
public class AgiScriptObservationContext extends Observation.Context {

	private final AgiRequest request;

	private @Nullable ScriptOutcome outcome;

	/**
	 * Creates a context.
	 * @param request what was called
	 */
	public AgiScriptObservationContext(AgiRequest request) {
		this.request = request;
	}

	/**
	 * Returns what was called.
	 * @return the request
	 */
	public AgiRequest getRequest() {
		return this.request;
	}

	/**
	 * Returns how the script ended.
	 * @return the outcome, {@code null} as long as it runs
	 */
	public @Nullable ScriptOutcome getOutcome() {
		return this.outcome;
	}

	/**
	 * Sets how the script ended.
	 * @param outcome the outcome
	 */
	public void setOutcome(ScriptOutcome outcome) {
		this.outcome = outcome;
	}

}
