package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.ami.AmiEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HostEntry}.
 */
class HostEntryTests {

	@ParameterizedTest
	@CsvSource({ "pbx, pbx, 5038", "pbx:1, pbx, 1", "' pbx.example.com:5039 ', pbx.example.com, 5039",
			"192.0.2.1, 192.0.2.1, 5038", "::1, ::1, 5038", "2001:db8::7, 2001:db8::7, 5038", "[::1], ::1, 5038",
			"[2001:db8::7]:5039, 2001:db8::7, 5039", "fe80::1%eth0, fe80::1%eth0, 5038" })
	void readsHostAndPort(String entry, String host, int port) {
		assertThat(HostEntry.parse("hosts", entry, 5038)).isEqualTo(new AmiEndpoint(host, port));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ":1", "pbx:", "pbx:x", "pbx:0", "pbx:65536", "pbx:123456", "[::1]:", "[::1", "a b" })
	void refusesWhatIsNone(String entry) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> HostEntry.parse("hosts", entry, 5038));
	}

	@Test
	void saysWhatItWants() {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> HostEntry.parse("hosts", "a:b", 5038))
			.satisfies((ex) -> assertThat(ex.getReason()).contains("'host:port'"));
	}

}
