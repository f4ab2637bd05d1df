package io.pystrix.demo.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says how to come by a login.
 */
final class MissingPasswordFailureAnalyzer extends AbstractFailureAnalyzer<MissingPasswordException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingPasswordException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"Set 'demo.login.password' (and 'demo.login.username', which is 'admin' otherwise), for example by the"
						+ " environment variable DEMO_LOGIN_PASSWORD; or let the server listen on this computer alone,"
						+ " by 'server.address=127.0.0.1'.",
				cause);
	}

}
