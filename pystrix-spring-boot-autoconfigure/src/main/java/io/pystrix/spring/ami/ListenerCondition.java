package io.pystrix.spring.ami;

import io.pystrix.ami.Manager;
import io.pystrix.ami.message.AmiEvent;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.expression.BeanFactoryResolver;
import org.springframework.expression.Expression;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/**
 * An expression that an event has to fulfil.
 */
final class ListenerCondition {

	private static final SpelExpressionParser PARSER = new SpelExpressionParser();

	private final Expression expression;

	// Holds what it has found out about types; each event has variables of its own
	private final StandardEvaluationContext shared = new StandardEvaluationContext();

	/**
	 * Creates a condition.
	 * @throws IllegalArgumentException if the text is no expression
	 */
	ListenerCondition(String text, BeanFactory beanFactory) {
		try {
			this.expression = PARSER.parseExpression(text);
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException("The condition '" + text + "' is no expression: " + ex.getMessage(), ex);
		}
		this.shared.setBeanResolver(new BeanFactoryResolver(beanFactory));
	}

	boolean isMetBy(AmiEvent event, Manager manager) {
		StandardEvaluationContext context = new StandardEvaluationContext();
		this.shared.applyDelegatesTo(context);
		context.setVariable("event", event);
		context.setVariable("manager", manager);
		return Boolean.TRUE.equals(this.expression.getValue(context, Boolean.class));
	}

}
