package io.pystrix.demo.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class SameOriginFilterTests {

	private final SameOriginFilter filter = new SameOriginFilter(access());

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

	@ParameterizedTest
	@CsvSource({ "cross-site, navigate, 200", "same-site, navigate, 200", "cross-site, cors, 403",
			"cross-site, no-cors, 403", "same-site, cors, 403", "same-origin, cors, 200" })
	void whoComesFromAnotherSiteMayFollowALinkAndNoMore(String site, String mode, int expected) throws Exception {
		MockHttpServletRequest request = request("GET");
		request.addHeader("Sec-Fetch-Site", site);
		request.addHeader("Sec-Fetch-Mode", mode);
		assertThat(status(request)).isEqualTo(expected);
	}

	@Test
	void aFormOnAnotherSiteIsNoLink() throws Exception {
		MockHttpServletRequest request = request("POST");
		request.addHeader("Sec-Fetch-Site", "cross-site");
		request.addHeader("Sec-Fetch-Mode", "navigate");
		assertThat(status(request)).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "localhost:80, 200", "LocalHost, 200", "[::1]:8080, 200", "rebound.example.com, 403",
			"192.0.2.1, 403" })
	void theAddressMustNameThisHost(String host, int expected) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/calls");
		request.addHeader("Host", host);
		assertThat(status(request)).isEqualTo(expected);
	}

	private static Access access() {
		try {
			return AccessTests.access(null, null, "127.0.0.1");
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
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
