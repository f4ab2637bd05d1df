package io.pystrix.spring;

import java.nio.file.Path;

import io.pystrix.spring.agi.AgiScript;
import io.pystrix.support.PublicApi;
import org.junit.jupiter.api.Test;

/**
 * {@code api.txt} lists what is public, so that a review sees each change of it.
 */
class PublicApiTests {

	@Test
	void isListed() {
		PublicApi.of(AgiScript.class).assertListedIn(Path.of("api.txt"));
	}

}
