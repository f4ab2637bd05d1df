package io.pystrix.agi.fastagi;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientNetworkTests {

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, 10.255.1.2, true", "10.0.0.0/8, 11.0.0.1, false", "192.0.2.7, 192.0.2.7, true",
			"192.0.2.7, 192.0.2.6, false", "192.0.2.128/25, 192.0.2.127, false", "192.0.2.128/25, 192.0.2.200, true",
			"0.0.0.0/0, 203.0.113.9, true", "0.0.0.0/0, ::1, false", "::/0, ::1, true",
			"2001:db8::/33, 2001:db8:7fff::1, true", "2001:db8::/33, 2001:db8:8000::1, false",
			"::ffff:192.0.2.7, 192.0.2.7, true" })
	void aNetworkContainsItsAddresses(String network, String address, boolean contained) throws UnknownHostException {
		assertThat(ClientNetwork.parse(network).contains(InetAddress.getByName(address))).isEqualTo(contained);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/8", "localhost", "10.0.0", "10.0.0.0/", "10.0.0.0/x", "10.0.0.0/33", "::1/129",
			"10.0.0.0/-1", "300.0.0.1", "example.com/8", ":::" })
	void whatIsNoNetworkIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> ClientNetwork.parse(text))
			.withMessageContaining("'" + text + "'");
	}

	@Test
	void blanksDoNoHarm() throws UnknownHostException {
		assertThat(ClientNetwork.parse(" 10.0.0.0 / 8 ").contains(InetAddress.getByName("10.1.1.1"))).isTrue();
	}

}
