package io.pystrix.test.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a fake Asterisk: an {@link io.pystrix.test.AsteriskSimulator} or its half,
 * an {@link io.pystrix.test.ami.AmiSimulator}, as a parameter. On a class or a single
 * method. <pre class="code">
 * &#64;AsteriskTest
 * class DialerTests {
 *
 *     &#64;Test
 *     void logsIn(AmiSimulator ami) {
 *         manager(ami.port()).connect();
 *     }
 *
 * }
 * </pre>
 *
 * @since 0.1.0
 * @see AsteriskExtension
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(AsteriskExtension.class)
public @interface AsteriskTest {

	/**
	 * The name of the one AMI account.
	 * @return the name
	 */
	String username() default "admin";

	/**
	 * The account's secret.
	 * @return the secret
	 */
	String secret() default "secret";

	/**
	 * The release of Asterisk to play.
	 * @return a version that {@link io.pystrix.test.release.AsteriskRelease#of(String)}
	 * takes, such as {@code 16} or {@code 20.15.2}
	 * @since 0.1.0
	 */
	String release() default "22";

}
