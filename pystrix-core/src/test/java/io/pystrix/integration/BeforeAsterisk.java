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
 * Skips a test on an Asterisk that no longer has what it needs; the counterpart of
 * {@link FromAsterisk}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BeforeAsterisk.Condition.class)
@interface BeforeAsterisk {

	/**
	 * The first release without it, such as {@code 21.0}.
	 */
	String value();

	class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			return AnnotationSupport.findAnnotation(context.getElement(), BeforeAsterisk.class)
				.filter((gone) -> RealAsterisk.RELEASE.isFrom(gone.value()))
				.map((gone) -> ConditionEvaluationResult
					.disabled("Needs an Asterisk before " + gone.value() + ", but this is " + RealAsterisk.RELEASE))
				.orElseGet(() -> ConditionEvaluationResult.enabled("This Asterisk is old enough"));
		}

	}

}
