package io.pystrix.demo.web;

import java.net.InetAddress;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Whether a login is needed. That is settled when the application starts, not when it is
 * built.
 */
@Component
class Access {

	private final LoginProperties properties;

	private final boolean loginRequired;

	Access(LoginProperties properties, ServerProperties server) {
		InetAddress address = server.getAddress();
		boolean local = address != null && address.isLoopbackAddress();
		this.properties = properties;
		this.loginRequired = (properties.required() != null) ? properties.required() : !local;
		if (this.loginRequired && !StringUtils.hasText(properties.password())) {
			throw new MissingPasswordException(address);
		}
	}

	boolean isLoginRequired() {
		return this.loginRequired;
	}

	/**
	 * Whether a host is this server's. With a login it does not matter: who has come by
	 * another name is not logged in there.
	 * @param host the host in a request's address
	 * @return whether to serve it
	 */
	boolean isAllowed(String host) {
		return this.loginRequired || this.properties.allowedHosts().stream().anyMatch(host::equalsIgnoreCase);
	}

	/**
	 * Returns who may log in.
	 * @return the users, none if there is no login
	 */
	UserDetails[] users() {
		String password = this.properties.password();
		if (!this.loginRequired || password == null) {
			return new UserDetails[0];
		}
		String encoded = password.startsWith("{") ? password : "{noop}" + password;
		return new UserDetails[] { User.withUsername(this.properties.username()).password(encoded).build() };
	}

}
