package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.agi.fastagi.FastAgiServerException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do when the FastAGI server cannot listen, because its port is taken as a
 * rule.
 */
final class FastAgiServerFailureAnalyzer extends AbstractFailureAnalyzer<FastAgiServerException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FastAgiServerException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", "If another program, or another instance of this"
				+ " application, listens on port " + cause.port() + ", stop it or set 'asterisk.fastagi.port' to"
				+ " another port, 0 for any that is free. If " + cause.address().getHostAddress()
				+ " is no address of this host, mend 'asterisk.fastagi.address'. Without the server, the application"
				+ " starts with 'asterisk.fastagi.enabled=false'.", cause);
	}

}
