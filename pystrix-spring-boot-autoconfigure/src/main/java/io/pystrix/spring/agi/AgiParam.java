package io.pystrix.spring.agi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of the address: with {@code AGI(agi://host/demo?lang=de)} there is one. A
 * list or array takes all values of a parameter that is given several times.
 * <p>
 * It is converted to the type of the parameter by Spring's conversion service. Where it
 * is missing, the default value takes its place; without one an
 * {@link java.util.Optional} is empty and a {@code @Nullable} parameter is {@code null},
 * and any other fails the script with an {@link AgiArgumentException}. An empty text
 * counts as missing where one of these three says what to do then.
 *
 * @since 0.1.0
 */
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AgiParam {

	/**
	 * The name of the parameter.
	 * @return a name, empty for that of the Java parameter
	 */
	String value() default "";

	/**
	 * What to use if the value is missing. May contain <code>${…}</code> placeholders.
	 * @return a text, or several for a list or array; empty for none
	 */
	String[] defaultValue() default {};

}
