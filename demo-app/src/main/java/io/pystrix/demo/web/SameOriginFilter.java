package io.pystrix.demo.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site may have made a browser send. The demo has no login, so a
 * request is as good as whoever can reach it: its own page, and tools that are not
 * browsers. The name in the address must be a known one, or a site could give its own
 * name this machine's address.
 */
@Component
class SameOriginFilter extends OncePerRequestFilter {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private final List<String> allowedHosts;

	SameOriginFilter(@Value("${demo.allowed-hosts:localhost,127.0.0.1,[::1]}") List<String> allowedHosts) {
		this.allowedHosts = allowedHosts.stream().map((host) -> host.toLowerCase(Locale.ROOT)).toList();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!this.allowedHosts.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN, "Not a host in demo.allowed-hosts");
		}
		else if (!READING.contains(request.getMethod()) && !isSameOrigin(request)) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN, "Sent by another site");
		}
		else {
			response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
			response.setHeader("X-Content-Type-Options", "nosniff");
			chain.doFilter(request, response);
		}
	}

	private static boolean isSameOrigin(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return "same-origin".equals(site) || "none".equals(site);
		}
		String origin = request.getHeader("Origin");
		return origin == null || isHost(origin, request.getHeader("Host"));
	}

	private static boolean isHost(String origin, @Nullable String host) {
		try {
			String authority = URI.create(origin).getRawAuthority();
			return authority != null && authority.equalsIgnoreCase(host);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
