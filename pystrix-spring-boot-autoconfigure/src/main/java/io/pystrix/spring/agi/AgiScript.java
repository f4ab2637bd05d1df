package io.pystrix.spring.agi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Marks an AGI script.
 * <p>
 * On a class, which has to be an {@link io.pystrix.agi.AgiHandler}, it also makes the
 * class a component that component scanning finds. On a {@code @Bean} method that returns
 * an {@code AgiHandler}, it makes that bean a script. On any other method of a bean, the
 * method is the script: it returns nothing, and its parameters may be
 * <ul>
 * <li>the call: {@link io.pystrix.agi.Agi}, or one of the interfaces that it consists of,
 * <li>what was called: {@link io.pystrix.agi.AgiRequest} and
 * {@link io.pystrix.agi.AgiEnvironment},
 * <li>values that bear {@link AgiArg @AgiArg}, {@link AgiParam @AgiParam},
 * {@link AgiGroup @AgiGroup} or {@link AgiVariable @AgiVariable},
 * <li>the {@link io.pystrix.ami.Manager}, with a
 * {@link org.springframework.beans.factory.annotation.Qualifier @Qualifier} where there
 * are several,
 * <li>and what an {@link AgiMethodArgumentResolver} provides.
 * </ul>
 * Several paths for one script are alternatives of its pattern: {@code sales|support}.
 * <p>
 * The first script whose pattern matches the start of the path wins. Scripts are tried in
 * the order of their {@link org.springframework.core.annotation.Order @Order}, which may
 * stand on the method or the class, then in the order of the bean definitions, the
 * methods of a bean as they stand in its source.
 * <p>
 * A bean that is an {@code AgiHandler} but bears no annotation is no script: nothing says
 * which path it serves.
 *
 * @since 0.1.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Component
@Reflective
public @interface AgiScript {

	/**
	 * Alias for {@link #pattern}.
	 * @return a regular expression
	 */
	// The alias also keeps Spring from taking the expression for the name of the bean
	@AliasFor("pattern")
	String value() default "";

	/**
	 * The paths that the script serves: a regular expression that is matched from the
	 * start of the path. May contain <code>${…}</code> placeholders. Required unless this
	 * is the {@linkplain #defaultScript default script}.
	 * @return a regular expression
	 */
	@AliasFor("value")
	String pattern() default "";

	/**
	 * What the script is called in logs and metrics. May contain <code>${…}</code>
	 * placeholders.
	 * @return a name, empty for the pattern
	 */
	String name() default "";

	/**
	 * Whether this is the script for calls that no other serves. There can be one at
	 * most, and it has no pattern and no name.
	 * @return whether this is the default script
	 */
	boolean defaultScript() default false;

}
