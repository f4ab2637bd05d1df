package io.pystrix.spring.agi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An argument that the dialplan gave after the address: with
 * {@code AGI(agi://host/demo,one,two)} there are two.
 * <p>
 * It is converted to the type of the parameter by Spring's conversion service. Where it
 * is missing, an {@link java.util.Optional} is empty and a {@code @Nullable} parameter is
 * {@code null}; any other fails the script.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AgiArg {

	/**
	 * The index of the argument, from 0.
	 * @return an index
	 */
	int value();

}
