package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed of actions.
 *
 * @since 0.1.0
 */
public enum AmiActionObservation implements ObservationDocumentation {

	/** An action, from before it is sent to its answer. */
	ACTION {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultAmiActionObservationConvention.class;
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

		/** The name of the action. */
		ACTION("action"),

		/** The name of the server, {@code none} if its manager is no bean. */
		SERVER("server"),

		/**
		 * What became of it: {@code success}, {@code error} if Asterisk refused it,
		 * {@code timeout}, {@code cancelled}, or {@code failed} if there was no
		 * connection or it was lost.
		 */
		OUTCOME("outcome");

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

		/** The host and port of the connection. */
		ENDPOINT("ami.endpoint");

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
