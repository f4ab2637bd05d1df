package io.pystrix.spring.boot.autoconfigure.observation;

import java.util.Locale;

import io.micrometer.common.KeyValues;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.RegisteredScript;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.spring.boot.autoconfigure.observation.AgiScriptObservation.HighCardinalityKeys;
import io.pystrix.spring.boot.autoconfigure.observation.AgiScriptObservation.LowCardinalityKeys;

/**
 * The names and keys of {@link AgiScriptObservation}. Who calls is not among them.
 *
 * @since 0.1.0
 */
public class DefaultAgiScriptObservationConvention implements AgiScriptObservationConvention {

	@Override
	public String getName() {
		return "asterisk.agi.script";
	}

	@Override
	public String getContextualName(AgiScriptObservationContext context) {
		return "agi " + script(context);
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(AgiScriptObservationContext context) {
		ScriptOutcome outcome = context.getOutcome();
		return KeyValues.of(LowCardinalityKeys.SCRIPT.withValue(script(context)), LowCardinalityKeys.OUTCOME
			.withValue((outcome != null) ? outcome.name().toLowerCase(Locale.ROOT) : "running"));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(AgiScriptObservationContext context) {
		AgiEnvironment environment = context.getRequest().environment();
		return KeyValues.of(HighCardinalityKeys.CHANNEL.withValue(environment.channel()),
				HighCardinalityKeys.UNIQUEID.withValue(environment.uniqueid()),
				HighCardinalityKeys.PATH.withValue(context.getRequest().path()));
	}

	private static String script(AgiScriptObservationContext context) {
		return context.getRequest().script().map(RegisteredScript::name).orElse("none");
	}

}
