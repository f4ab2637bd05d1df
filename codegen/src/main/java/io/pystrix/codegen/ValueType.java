package io.pystrix.codegen;

import java.util.Locale;

/**
 * The type of a header's value.
 */
enum ValueType {

	/** As it is. */
	TEXT,

	INT,

	LONG,

	DECIMAL,

	/** Sent as {@code true} or {@code false}, received in any word. */
	BOOLEAN,

	/** Sent as {@code yes} or {@code no}. */
	YESNO,

	/** Sent as {@code on} or {@code off}. */
	ONOFF,

	/** A duration in seconds, perhaps with a fraction. */
	SECONDS,

	/** A duration in milliseconds. */
	MILLISECONDS,

	/** A duration as {@code hours:minutes:seconds}. */
	CLOCK,

	/** A time in seconds since 1970; 0 stands for never. */
	EPOCH,

	/** A time as text with its offset. */
	INSTANT,

	/** {@code name=value}. */
	VARIABLE,

	/** Any headers, with names of the user's. */
	HEADERS,

	/** One of the words of an enumeration of the schema. */
	WORD;

	static ValueType of(String path, String word) {
		if (Character.isUpperCase(word.charAt(0))) {
			return WORD;
		}
		try {
			return valueOf(word.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("'" + path + "' has the unknown type '" + word + "'", ex);
		}
	}

}
