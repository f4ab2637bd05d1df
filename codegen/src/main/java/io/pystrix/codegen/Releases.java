package io.pystrix.codegen;

import org.jspecify.annotations.Nullable;

/**
 * The releases of Asterisk that have something.
 *
 * @param since the first, {@code null} for all that the schema covers
 * @param until the last, {@code null} if it is still there
 */
record Releases(@Nullable String since, @Nullable String until) {

	/** The oldest release that the schema covers. */
	private static final String OLDEST = "13";

	static Releases of(Node node) {
		return new Releases(node.optional("since"), node.optional("until"));
	}

	boolean areAll() {
		return this.since == null && this.until == null;
	}

	@Override
	public String toString() {
		String first = (this.since != null) ? this.since : OLDEST;
		if (this.until == null) {
			return first + " and later";
		}
		return (first.equals(this.until)) ? first : first + " to " + this.until;
	}

}
