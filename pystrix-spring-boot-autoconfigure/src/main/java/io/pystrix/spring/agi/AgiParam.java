package io.pystrix.spring.agi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of the address: with {@code AGI(agi://host/demo?lang=de)} there is one. An
 * list or array takes all values of a parameter that is given several times.
 * <p>
 * It is converted to the type of the parameter by Spring's conversion service. Where it
 * is missing, an {@link java.util.Optional} is empty and a {@code @Nullable} parameter is
 * {@code null}; any other fails the script.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AgiParam {

	/**
	 * The name of the parameter.
	 * @return a name
	 */
	String value();

}
