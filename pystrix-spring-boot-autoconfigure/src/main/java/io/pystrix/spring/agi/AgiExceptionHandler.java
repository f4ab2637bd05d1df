package io.pystrix.spring.agi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Marks a method that is called when a script throws: in the bean of the script, for the
 * scripts of that bean; in a bean that is an {@link AgiAdvice}, for all. The method for
 * the closest type is chosen, and those of the script's own bean come before any advice.
 * <p>
 * The method returns nothing. One of its parameters may be the exception; the others are
 * what those of an {@link AgiScript} may be. When it returns, the call counts as
 * completed and nothing is logged, so it does so itself where that is wanted. What it
 * throws, which may be the same exception, goes on as if the script had thrown it: to the
 * advice, if that was not asked yet, and else the script has failed.
 * <p>
 * The end of a call is no mistake: {@link io.pystrix.agi.AgiHangupException},
 * {@link io.pystrix.agi.AgiDeadChannelException} and {@link InterruptedException}, by
 * which the server ends scripts when it stops, reach only methods that name them or types
 * below them. What {@link io.pystrix.agi.AgiInterceptor interceptors} throw reaches none.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective
public @interface AgiExceptionHandler {

	/**
	 * The exceptions that the method handles.
	 * @return the types; empty for the type of the parameter that takes the exception
	 */
	Class<? extends Throwable>[] value() default {};

}
