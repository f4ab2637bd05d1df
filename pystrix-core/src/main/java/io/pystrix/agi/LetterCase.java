package io.pystrix.agi;

/**
 * For which letters the case is said.
 *
 * @since 0.1.0
 */
public enum LetterCase {

	/**
	 * For none, which is what Asterisk does unless told otherwise.
	 */
	NONE,

	/**
	 * For small letters.
	 */
	LOWER,

	/**
	 * For capital letters.
	 */
	UPPER,

	/**
	 * For all.
	 */
	ALL

}
