package io.pystrix.test.pbx;

/**
 * A place in the dialplan.
 *
 * @param context the context
 * @param extension the extension
 * @param priority the priority
 */
record Position(String context, String extension, int priority) {

	Position next() {
		return new Position(this.context, this.extension, this.priority + 1);
	}

}
