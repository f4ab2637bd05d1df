package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.spring.support.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Names the script or listener that cannot be used.
 */
final class InvalidHandlerFailureAnalyzer extends AbstractFailureAnalyzer<InvalidHandlerException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, InvalidHandlerException cause) {
		return new FailureAnalysis("The annotation of " + cause.handler() + " cannot be followed. " + cause.problem(),
				"Change the annotation or what it stands on.", cause);
	}

}
