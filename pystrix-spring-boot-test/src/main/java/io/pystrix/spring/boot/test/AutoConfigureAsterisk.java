package io.pystrix.spring.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;

/**
 * Gives a Spring Boot test a fake Asterisk, to which the application is connected
 * whatever its properties say: <pre class="code">
 * &#64;SpringBootTest
 * &#64;AutoConfigureAsterisk(extensions = "100=demo")
 * class IvrTests {
 *
 *     &#64;Autowired
 *     AsteriskSimulator asterisk;
 *
 *     &#64;Autowired
 *     AgiCaller caller;
 *
 * }
 * </pre>
 * <p>
 * The context has a started {@link io.pystrix.test.AsteriskSimulator}, which
 * {@link AsteriskSimulatorBuilderCustomizer} beans may describe further, and the manager
 * is connected to it when a test begins. The FastAGI server listens on a free port of the
 * loopback interface, and lets everybody call who reaches it. An
 * {@link io.pystrix.test.agi.AgiCaller} that calls it may be injected, a new one each
 * time. If the properties name several servers, each has a simulator of its own, injected
 * by {@code @Qualifier("<server>")}.
 * <p>
 * After each test calls are hung up, requests forgotten, and handlers and faults that a
 * test has given the simulator are taken back, so that test classes may share the
 * context; tests that run at the same time may not.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureAsterisk {

	/**
	 * Extensions of the simulated dialplan that answer, run a script, and hang up.
	 * @return each as {@code extension=script}, the script with its query if it has one;
	 * none by default
	 */
	@PropertyMapping("asterisk.test.extensions")
	String[] extensions() default {};

	/**
	 * The release of Asterisk that the simulators play.
	 * @return a version that {@link io.pystrix.test.release.AsteriskRelease#of(String)}
	 * takes, such as {@code 16} or {@code 20.15.2}
	 * @since 0.1.0
	 */
	@PropertyMapping("asterisk.test.release")
	String release() default "22";

}
