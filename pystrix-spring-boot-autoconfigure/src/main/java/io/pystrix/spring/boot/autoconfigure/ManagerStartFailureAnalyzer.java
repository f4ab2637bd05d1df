package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.ami.ManagerAuthenticationException;
import io.pystrix.ami.ManagerConnectionException;
import io.pystrix.spring.ami.ManagerStartException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/**
 * Says what to do when the application shall fail without Asterisk, and Asterisk is not
 * there or refuses the login.
 */
final class ManagerStartFailureAnalyzer extends AbstractFailureAnalyzer<ManagerStartException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ManagerStartException cause) {
		String server = cause.server();
		String prefix = (server != null) ? AmiSettings.prefix(server) : AmiProperties.PREFIX;
		String orWait = " With '%1$s.fail-fast=false' the application starts all the same, and connects as soon as it"
				+ " can.";
		return new FailureAnalysis(cause.getMessage() + ".", (action(cause) + orWait).formatted(prefix), cause);
	}

	private static String action(ManagerStartException failure) {
		if (failure.getCause() instanceof ManagerAuthenticationException) {
			return "Compare '%1$s.username' and '%1$s.password' with the user in Asterisk's"
					+ " manager.conf, and its 'permit' and 'acl' with the address of this host: Asterisk does not"
					+ " say which of them it is.";
		}
		if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof ManagerConnectionException) {
			return "Asterisk is running but refuses the login for now. Start the application again when Asterisk"
					+ " accepts logins.";
		}
		return "Check that Asterisk is running, that 'enabled = yes' is set in its manager.conf together with a"
				+ " 'bindaddr' that this host can reach, and that '%1$s.host' (or '%1$s.hosts')"
				+ " and '%1$s.port' lead there.";
	}

}
