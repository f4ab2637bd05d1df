package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed of call scripts.
 *
 * @since 0.1.0
 */
public enum AgiScriptObservation implements ObservationDocumentation {

	/** The run of a script. */
	SCRIPT {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultAgiScriptObservationConvention.class;
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

		/** The name of the script in its registry. */
		SCRIPT("script"),

		/**
		 * How it ended: {@code completed}, {@code hangup}, {@code failed} or, if there is
		 * no script, {@code not_found}.
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

		/** The name of the channel. */
		CHANNEL("agi.channel"),

		/** The unique id of the channel. */
		UNIQUEID("agi.uniqueid"),

		/** The path that was called. */
		PATH("agi.path");

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
