package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed of listeners.
 *
 * @since 0.1.0
 */
public enum AmiListenerObservation implements ObservationDocumentation {

	/** The call of a listener with one event. */
	LISTENER {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultAmiListenerObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinalityKeys.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighCardinalityKeys.values();
		}

	};

	/**
	 * Keys with few values, for meters and traces.
	 *
	 * @since 0.1.0
	 */
	public enum LowCardinalityKeys implements KeyName {

		/** The id of the listener. */
		LISTENER("listener"),

		/** The name of the event. */
		EVENT("event"),

		/** The name of the server that has sent the event. */
		SERVER("server");

		private final String key;

		LowCardinalityKeys(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

	/**
	 * Keys with many values, for traces.
	 *
	 * @since 0.1.0
	 */
	public enum HighCardinalityKeys implements KeyName {

		/** The name of the channel that the event is about, if it says so. */
		CHANNEL("ami.channel"),

		/** The unique id of that channel. */
		UNIQUEID("ami.uniqueid");

		private final String key;

		HighCardinalityKeys(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
