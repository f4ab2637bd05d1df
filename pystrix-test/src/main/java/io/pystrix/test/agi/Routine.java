package io.pystrix.test.agi;

import org.jspecify.annotations.Nullable;

/**
 * A subroutine of the dialplan that {@code GOSUB} finds.
 *
 * @param result what {@code GOSUB} tells of its end
 * @param value what it returns, or {@code null} if it does not return
 * @param failed whether the command counts as failed
 * @param hangUp whether the channel hangs up in it
 */
record Routine(String result, @Nullable String value, boolean failed, boolean hangUp) {

	static String label(String context, String extension, String priority) {
		return context + "," + extension + "," + priority;
	}

}
