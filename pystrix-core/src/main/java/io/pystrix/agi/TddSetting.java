package io.pystrix.agi;

/**
 * What a channel does with text telephones (TDD).
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
