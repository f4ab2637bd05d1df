package io.pystrix.test.agi;

import org.jspecify.annotations.Nullable;

/**
 * Where AssertJ's assertions about a call begin. Needs AssertJ, which this module does
 * not bring along. A test may import this {@code assertThat} and AssertJ's own side by
 * side.
 *
 * @since 0.1.0
 */
public final class AgiAssertions {

	private AgiAssertions() {
	}

	/**
	 * Assert something about a call.
	 * @param call the call; the first assertion fails if it is {@code null}
	 * @return assertions
	 */
	public static AgiCallAssert assertThat(@Nullable AgiCall call) {
		return new AgiCallAssert(call);
	}

}
