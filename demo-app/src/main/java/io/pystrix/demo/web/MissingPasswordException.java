package io.pystrix.demo.web;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

/**
 * The console may not be used without a login, and there is no password.
 */
final class MissingPasswordException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	MissingPasswordException(@Nullable InetAddress address) {
		super("The console can place calls, listens on "
				+ ((address != null) ? address.getHostAddress() : "all addresses") + ", and has no password");
	}

}
