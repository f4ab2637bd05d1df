package io.pystrix.spring.boot.autoconfigure.observation;

import java.util.concurrent.CancellationException;

import io.micrometer.common.KeyValues;
import io.pystrix.ami.AmiEndpoint;
import io.pystrix.ami.ManagerTimeoutException;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.spring.boot.autoconfigure.observation.AmiActionObservation.HighCardinalityKeys;
import io.pystrix.spring.boot.autoconfigure.observation.AmiActionObservation.LowCardinalityKeys;
import org.jspecify.annotations.Nullable;

/**
 * The names and keys of {@link AmiActionObservation}. The headers of the action are not
 * among them: they may hold secrets and telephone numbers.
 *
 * @since 0.1.0
 */
public class DefaultAmiActionObservationConvention implements AmiActionObservationConvention {

	@Override
	public String getName() {
		return "asterisk.ami.action";
	}

	@Override
	public String getContextualName(AmiActionObservationContext context) {
		return "ami " + context.getAction().name();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(AmiActionObservationContext context) {
		return KeyValues.of(LowCardinalityKeys.ACTION.withValue(context.getAction().name()),
				LowCardinalityKeys.SERVER.withValue(context.getServer()),
				LowCardinalityKeys.OUTCOME.withValue(outcome(context.getResponse(), context.getError())));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(AmiActionObservationContext context) {
		AmiEndpoint endpoint = context.getManager().status().endpoint();
		return KeyValues.of(HighCardinalityKeys.ENDPOINT.withValue((endpoint != null) ? endpoint.toString() : "none"));
	}

	private static String outcome(@Nullable AmiResponse response, @Nullable Throwable failure) {
		if (response != null) {
			return response.isSuccess() ? "success" : "error";
		}
		if (failure instanceof CancellationException) {
			return "cancelled";
		}
		return (failure instanceof ManagerTimeoutException) ? "timeout" : (failure != null) ? "failed" : "pending";
	}

}
