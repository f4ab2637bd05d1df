package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.ami.ManagerAuthenticationException;
import io.pystrix.spring.ami.ManagerStartException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do when the application shall fail without Asterisk, and Asterisk is not
 * there or refuses the login.
 */
final class ManagerStartFailureAnalyzer extends AbstractFailureAnalyzer<ManagerStartException> {

	private static final String OR_WAIT = " With 'asterisk.ami.fail-fast=false' the application starts all the same,"
			+ " and connects as soon as it can.";

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ManagerStartException cause) {
		String action = (cause.getCause() instanceof ManagerAuthenticationException)
				? "Compare 'asterisk.ami.username' and 'asterisk.ami.password' with the user in Asterisk's"
						+ " manager.conf, and its 'permit' and 'acl' with the address of this host: Asterisk does not"
						+ " say which of them it is."
				: "Check that Asterisk is running, that 'enabled = yes' is set in its manager.conf together with a"
						+ " 'bindaddr' that this host can reach, and that 'asterisk.ami.host' (or 'asterisk.ami.hosts')"
						+ " and 'asterisk.ami.port' lead there.";
		return new FailureAnalysis(cause.getMessage() + ".", action + OR_WAIT, cause);
	}

}
