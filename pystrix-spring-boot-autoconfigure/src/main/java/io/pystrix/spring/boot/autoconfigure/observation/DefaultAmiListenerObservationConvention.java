package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.spring.boot.autoconfigure.observation.AmiListenerObservation.HighCardinalityKeys;
import io.pystrix.spring.boot.autoconfigure.observation.AmiListenerObservation.LowCardinalityKeys;
import org.jspecify.annotations.Nullable;

/**
 * The names and keys of {@link AmiListenerObservation}.
 *
 * @since 0.1.0
 */
public class DefaultAmiListenerObservationConvention implements AmiListenerObservationConvention {

	@Override
	public String getName() {
		return "asterisk.ami.listener";
	}

	@Override
	public String getContextualName(AmiListenerObservationContext context) {
		return "ami listener " + context.getListener();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(AmiListenerObservationContext context) {
		return KeyValues.of(LowCardinalityKeys.LISTENER.withValue(context.getListener()),
				LowCardinalityKeys.EVENT.withValue(context.getEvent().name()),
				LowCardinalityKeys.SERVER.withValue(context.getServer()));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(AmiListenerObservationContext context) {
		AmiEvent event = context.getEvent();
		return KeyValues.of(value(HighCardinalityKeys.CHANNEL, event.get("Channel")),
				value(HighCardinalityKeys.UNIQUEID, event.get("Uniqueid")));
	}

	private static KeyValue value(HighCardinalityKeys key, @Nullable String value) {
		return key.withValue((value != null) ? value : KeyValue.NONE_VALUE);
	}

}
