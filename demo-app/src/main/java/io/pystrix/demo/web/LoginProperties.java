package io.pystrix.demo.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the console.
 *
 * @param required whether a login is needed; {@code null}, the default, if others than
 * this computer can reach the server
 * @param username the name of the user
 * @param password the password, as it is or encoded for Spring Security with its prefix
 * @param allowedHosts the names that the server has when there is no login; another site
 * could give its own name this computer's address
 */
@ConfigurationProperties("demo.login")
record LoginProperties(@Nullable Boolean required, @DefaultValue("admin") String username, @Nullable String password,
		@DefaultValue( {
				"localhost", "127.0.0.1", "[::1]" }) List<String> allowedHosts){

	@Override
	public String toString() {
		return "LoginProperties[required=" + this.required + ", username=" + this.username + "]";
	}

}
