package io.pystrix;

import java.nio.file.Path;

import io.pystrix.ami.Manager;
import io.pystrix.support.PublicApi;
import org.junit.jupiter.api.Test;

/**
 * {@code api.txt} lists what is public, so that a review sees each change of it.
 */
class PublicApiTests {

	@Test
	void isListed() {
		PublicApi.of(Manager.class).assertListedIn(Path.of("api.txt"));
	}

	@Test
	void isExported() {
		PublicApi.of(Manager.class).assertExported();
	}

}
