package io.pystrix.spring.ami;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.pystrix.ami.OverflowPolicy;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Marks a method of a bean that is given the events of Asterisk's manager interface.
 * <p>
 * Which events is said by the type of its parameter, such as {@code HangupEvent} or, for
 * all of them, {@link io.pystrix.ami.message.AmiEvent}; or by {@link #names} or
 * {@link #pattern}, and then the parameter, if there is one, is an {@code AmiEvent}. A
 * parameter of type {@link io.pystrix.ami.Manager} is given the manager that the event
 * came to. Beans of type {@link AmiMethodArgumentResolver} provide other parameters. The
 * method returns nothing.
 * <p>
 * Each listener has a queue and a thread of its own and is given its events one at a time
 * and in order; it may take its time and send actions. What it throws is logged, and the
 * next event follows; what it misses because it does not keep up is told by an
 * {@link AmiEventsLostEvent}. Listeners are registered before anything is started; as
 * none waits for another, they have no order.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective
public @interface AmiEventListener {

	/**
	 * The exact names of the events, such as {@code Hangup}. May contain
	 * <code>${…}</code> placeholders.
	 * @return the names
	 */
	String[] names() default {};

	/**
	 * A regular expression that the whole name of an event has to match. May contain
	 * <code>${…}</code> placeholders.
	 * @return a regular expression
	 */
	String pattern() default "";

	/**
	 * An expression in Spring's expression language that decides whether the listener is
	 * given an event, for each anew. It knows the event as {@code #event}, whose type is
	 * that of the parameter, the manager as {@code #manager}, and beans:
	 * <code>#event.channel.startsWith('PJSIP/') and @hours.isOpen()</code>. May contain
	 * <code>${…}</code> placeholders. What it throws is logged as a failure of the
	 * listener.
	 * @return an expression, empty for every event
	 */
	String condition() default "";

	/**
	 * The name of the server whose events it is given. May contain <code>${…}</code>
	 * placeholders.
	 * @return the name, or empty for all servers; it is then called by several threads if
	 * there are several
	 */
	String server() default "";

	/**
	 * What the listener is called in thread names and log lines; has to be unique. The
	 * names of the bean and the method, with a dot, by default. May contain
	 * <code>${…}</code> placeholders.
	 * @return an identifier
	 */
	String id() default "";

	/**
	 * How many events may wait for this listener.
	 * @return a number, or -1 for the value of
	 * {@code asterisk.ami.listener.queue-capacity}
	 */
	int queueCapacity() default -1;

	/**
	 * What happens when more come.
	 * @return one policy, or none for the value of {@code asterisk.ami.listener.overflow}
	 */
	OverflowPolicy[] overflow() default {};

}
