package io.pystrix.agi;

/**
 * What a channel does with text telephones (TDD).
 *
 * @since 0.1.0
 */
public enum TddSetting {

	/**
	 * Nothing.
	 */
	OFF,

	/**
	 * Sends and receives their tones.
	 */
	ON,

	/**
	 * Sends and receives their tones while people also speak.
	 */
	MATE

}
