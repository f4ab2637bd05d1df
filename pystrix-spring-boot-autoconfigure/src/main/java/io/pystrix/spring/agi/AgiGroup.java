package io.pystrix.spring.agi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A group of the script's pattern: with <code>queue/(?&lt;name&gt;\w+)</code> there is
 * one, by the name {@code name} and the number 1. That the pattern has the group is
 * checked when the application starts.
 * <p>
 * It is converted to the type of the parameter by Spring's conversion service. Where the
 * group took no part in the match, an {@link java.util.Optional} is empty and a
 * {@code @Nullable} parameter is {@code null}; any other fails the script.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AgiGroup {

	/**
	 * The name of the group, or its number.
	 * @return a name, or digits only
	 */
	String value();

}
