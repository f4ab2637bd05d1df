package io.pystrix.demo.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class SameOriginFilterTests {

	private final SameOriginFilter filter = new SameOriginFilter(List.of("localhost", "[::1]"));

	@Test
	void aToolThatIsNoBrowserMayWrite() throws Exception {
		assertThat(status(request("POST"))).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "same-origin, 200", "none, 200", "same-site, 403", "cross-site, 403" })
	void theBrowserSaysWhereAWriteComesFrom(String site, int expected) throws Exception {
		MockHttpServletRequest request = request("POST");
		request.addHeader("Sec-Fetch-Site", site);
		assertThat(status(request)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost:8080, 200", "http://LOCALHOST:8080, 200", "http://localhost:9090, 403",
			"http://example.com, 403", "null, 403", "::, 403", "'', 403" })
	void anOlderBrowserSaysTheOrigin(String origin, int expected) throws Exception {
		MockHttpServletRequest request = request("DELETE");
		request.addHeader("Origin", origin);
		assertThat(status(request)).isEqualTo(expected);
	}

	@Test
	void whoComesFromAnotherSiteMayRead() throws Exception {
		MockHttpServletRequest request = request("GET");
		request.addHeader("Sec-Fetch-Site", "cross-site");
		assertThat(status(request)).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "localhost:80, 200", "LocalHost, 200", "[::1]:8080, 200", "rebound.example.com, 403",
			"127.0.0.1, 403" })
	void theAddressMustNameThisHost(String host, int expected) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/calls");
		request.addHeader("Host", host);
		assertThat(status(request)).isEqualTo(expected);
	}

	private static MockHttpServletRequest request(String method) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/calls");
		request.addHeader("Host", "localhost:8080");
		return request;
	}

	private int status(MockHttpServletRequest request) throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();
		MockFilterChain chain = new MockFilterChain();
		this.filter.doFilter(request, response, chain);
		assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == 200);
		return response.getStatus();
	}

}
