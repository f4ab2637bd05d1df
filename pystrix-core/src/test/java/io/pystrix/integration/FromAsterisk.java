package io.pystrix.integration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Skips a test on an Asterisk that is older than what it needs. The build runs all tests
 * against two releases and fails if one is skipped on both.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FromAsterisk.Condition.class)
@interface FromAsterisk {

	/**
	 * The first release that has it, such as {@code 18.0}; one for each branch if it went
	 * into several, see {@link AsteriskRelease#isFrom}.
	 */
	String[] value();

	class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			return AnnotationSupport.findAnnotation(context.getElement(), FromAsterisk.class)
				.filter((needed) -> !RealAsterisk.RELEASE.isFrom(needed.value()))
				.map((needed) -> ConditionEvaluationResult.disabled("Needs Asterisk "
						+ String.join(", ", needed.value()) + " or later, but this is " + RealAsterisk.RELEASE))
				.orElseGet(() -> ConditionEvaluationResult.enabled("This Asterisk is new enough"));
		}

	}

}
