package io.pystrix.demo.web;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site may have made a browser send, the login included: only the
 * console's own pages, and tools that are not browsers, may write. A link from elsewhere
 * may lead to the console, but nothing of it can be loaded into another page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SameOriginFilter extends OncePerRequestFilter {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private final Access access;

	SameOriginFilter(Access access) {
		this.access = access;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!this.access.isAllowed(request.getServerName())) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN, "Not a host in demo.login.allowed-hosts");
		}
		else if (!isLink(request) && !isSameOrigin(request)) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN, "Sent by another site");
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static boolean isLink(HttpServletRequest request) {
		String mode = request.getHeader("Sec-Fetch-Mode");
		return READING.contains(request.getMethod()) && (mode == null || "navigate".equals(mode));
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
