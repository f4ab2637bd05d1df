package io.pystrix.demo.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What {@link EnabledIfBrowser} means.
 */
final class BrowserCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (Programs.find().isPresent()) {
			return ConditionEvaluationResult.enabled("There is a browser");
		}
		if ("required".equals(System.getenv("PYSTRIX_BROWSER"))) {
			throw new IllegalStateException("chromium and chromedriver are required and not both on the path");
		}
		return ConditionEvaluationResult.disabled("There is no chromium with its chromedriver");
	}

}
