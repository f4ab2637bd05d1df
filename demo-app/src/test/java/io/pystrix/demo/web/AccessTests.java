package io.pystrix.demo.web;

import java.net.InetAddress;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AccessTests {

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, false", "127.8.8.8, false", "::1, false", "192.0.2.1, true", "0.0.0.0, true", "::, true",
			", true" })
	void whoCanBeReachedFromElsewhereNeedsALogin(@Nullable String address, boolean expected) throws Exception {
		assertThat(access(null, "secret", address).isLoginRequired()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "true, 127.0.0.1", "false, 192.0.2.1" })
	void itCanBeSaidOtherwise(boolean required, String address) throws Exception {
		assertThat(access(required, "secret", address).isLoginRequired()).isEqualTo(required);
	}

	@ParameterizedTest
	@CsvSource({ "192.0.2.1, listens on 192.0.2.1", ", listens on all addresses" })
	void aLoginNeedsAPassword(@Nullable String address, String message) {
		assertThatExceptionOfType(MissingPasswordException.class).isThrownBy(() -> access(null, null, address))
			.withMessageContaining(message);
		assertThatExceptionOfType(MissingPasswordException.class).isThrownBy(() -> access(null, " ", address));
	}

	@Test
	void withoutALoginTheNameOfTheHostHasToBeKnown() throws Exception {
		Access access = access(null, null, "127.0.0.1");
		assertThat(access.isAllowed("LocalHost")).isTrue();
		assertThat(access.isAllowed("rebound.example.com")).isFalse();
		assertThat(access.users()).isEmpty();
	}

	@Test
	void withALoginTheHostMayHaveAnyName() throws Exception {
		assertThat(access(null, "secret", "192.0.2.1").isAllowed("console.example.com")).isTrue();
	}

	@Test
	void thePasswordMayBeEncoded() throws Exception {
		assertThat(access(null, "secret", null).users()[0].getPassword()).isEqualTo("{noop}secret");
		assertThat(access(null, "{bcrypt}x", null).users()[0].getPassword()).isEqualTo("{bcrypt}x");
	}

	@Test
	void thePasswordIsNotPrinted() {
		assertThat(new LoginProperties(true, "admin", "secret", List.of())).asString()
			.contains("admin")
			.doesNotContain("secret");
	}

	static Access access(@Nullable Boolean required, @Nullable String password, @Nullable String address)
			throws Exception {
		ServerProperties server = new ServerProperties();
		server.setAddress((address != null) ? InetAddress.getByName(address) : null);
		return new Access(new LoginProperties(required, "admin", password, List.of("localhost", "127.0.0.1", "[::1]")),
				server);
	}

}
