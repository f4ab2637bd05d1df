package io.pystrix.test.agi;

/**
 * A place in the dialplan.
 *
 * @param context the context
 * @param extension the extension
 * @param priority the priority
 * @since 0.1.0
 */
public record Place(String context, String extension, int priority) {

	Place withContext(String other) {
		return new Place(other, this.extension, this.priority);
	}

	Place withExtension(String other) {
		return new Place(this.context, other, this.priority);
	}

	Place withPriority(int other) {
		return new Place(this.context, this.extension, other);
	}

}
