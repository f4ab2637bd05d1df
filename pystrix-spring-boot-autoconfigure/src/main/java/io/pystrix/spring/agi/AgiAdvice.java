package io.pystrix.spring.agi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.stereotype.Component;

/**
 * Marks a component whose {@linkplain AgiExceptionHandler exception handlers} are for all
 * scripts, those included that are registered at run time. Of several, the first in the
 * order of their {@link org.springframework.core.annotation.Order @Order} that handles an
 * exception is taken.
 *
 * @since 0.1.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Component
public @interface AgiAdvice {

}
