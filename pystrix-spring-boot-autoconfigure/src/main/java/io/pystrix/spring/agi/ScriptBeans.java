package io.pystrix.spring.agi;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.pystrix.agi.AgiHandler;
import io.pystrix.spring.support.AnnotatedBeans;
import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.annotation.OrderUtils;

/**
 * Finds what the annotations of beans say: the scripts, and who handles their exceptions.
 */
final class ScriptBeans {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ArgumentFactory arguments;

	private final List<FoundScript> scripts = new ArrayList<>();

	private final List<Advice> advice = new ArrayList<>();

	ScriptBeans(ConfigurableListableBeanFactory beanFactory, ArgumentFactory arguments) {
		this.beanFactory = beanFactory;
		this.arguments = arguments;
	}

	/**
	 * Returns the scripts that were found.
	 * @return the scripts in their order
	 */
	List<FoundScript> scripts() {
		return this.scripts.stream().sorted(Comparator.comparingInt(FoundScript::order)).toList();
	}

	/**
	 * Returns the advice that was found.
	 * @return what handles exceptions of all scripts, in its order
	 */
	List<ExceptionHandlers> advice() {
		return this.advice.stream().sorted(Comparator.comparingInt(Advice::order)).map(Advice::handlers).toList();
	}

	/**
	 * Looks at a bean.
	 * @param beanName its name
	 * @param type its class, without a proxy
	 * @throws InvalidHandlerException if an annotation cannot be followed
	 */
	void inspect(String beanName, Class<?> type) {
		List<FoundScript> found = new ArrayList<>();
		handlerBean(beanName, type, found);
		AnnotatedBeans.methods(type, AgiScript.class).forEach((method, annotation) -> {
			// The annotation of a bean method is about the bean
			if (!AnnotatedElementUtils.hasAnnotation(method, Bean.class)) {
				found.add(scriptMethod(beanName, type, method, annotation));
			}
		});
		Map<Method, AgiExceptionHandler> handlers = AnnotatedBeans.methods(type, AgiExceptionHandler.class);
		if (handlers.isEmpty()) {
			this.scripts.addAll(found);
		}
		else {
			exceptionHandlers(beanName, type, handlers, found);
		}
	}

	private void handlerBean(String beanName, Class<?> type, List<FoundScript> found) {
		AgiScript annotation = AnnotatedElementUtils.findMergedAnnotation(type, AgiScript.class);
		if (annotation == null) {
			annotation = this.beanFactory.findAnnotationOnBean(beanName, AgiScript.class, false);
		}
		if (annotation == null) {
			return;
		}
		HandlerBean handler = new HandlerBean(this.beanFactory, beanName, type);
		if (!AgiHandler.class.isAssignableFrom(type)) {
			throw new InvalidHandlerException(handler, "It is annotated with @AgiScript, but it is no AgiHandler.");
		}
		found.add(script(annotation, handler, order(beanName, type)));
	}

	private FoundScript scriptMethod(String beanName, Class<?> type, Method method, AgiScript annotation) {
		BeanMethod beanMethod = new BeanMethod(this.beanFactory, beanName, type, method);
		Order order = AnnotatedElementUtils.findMergedAnnotation(method, Order.class);
		FoundScript script = script(annotation, new ScriptMethod(beanMethod, this.arguments.ofScript(beanMethod)),
				(order != null) ? order.value() : order(beanName, type));
		ScriptPattern.checkGroups(script.pattern(), beanMethod);
		return script;
	}

	private FoundScript script(AgiScript annotation, AgiHandler handler, int order) {
		Pattern pattern = ScriptPattern.compile(resolve(annotation.pattern()), annotation.defaultScript(), handler);
		String name = resolve(annotation.name());
		if (pattern == null && !name.isEmpty()) {
			throw new InvalidHandlerException(handler, "The default script has no name, it is called 'default'.");
		}
		return new FoundScript((name.isEmpty() && pattern != null) ? pattern.pattern() : name, handler, pattern, order);
	}

	private void exceptionHandlers(String beanName, Class<?> type, Map<Method, AgiExceptionHandler> methods,
			List<FoundScript> found) {
		ExceptionHandlers handlers = new ExceptionHandlers();
		methods.forEach((method, annotation) -> {
			BeanMethod beanMethod = new BeanMethod(this.beanFactory, beanName, type, method);
			handlers.add(beanMethod, annotation, this.arguments);
			if (found.isEmpty() && !isAdvice(beanName, type)) {
				throw new InvalidHandlerException(beanMethod,
						"It would never be called: its bean has no scripts and is no @AgiAdvice.");
			}
		});
		if (isAdvice(beanName, type)) {
			this.advice.add(new Advice(handlers, order(beanName, type)));
			this.scripts.addAll(found);
			return;
		}
		found.stream()
			.map((script) -> new FoundScript(script.name(), new HandledScript(script.handler(), handlers),
					script.pattern(), script.order()))
			.forEach(this.scripts::add);
	}

	private boolean isAdvice(String beanName, Class<?> type) {
		return AnnotatedElementUtils.hasAnnotation(type, AgiAdvice.class)
				|| this.beanFactory.findAnnotationOnBean(beanName, AgiAdvice.class, false) != null;
	}

	private int order(String beanName, Class<?> type) {
		Order order = this.beanFactory.findAnnotationOnBean(beanName, Order.class, false);
		return (order != null) ? order.value() : OrderUtils.getOrder(type, Ordered.LOWEST_PRECEDENCE);
	}

	private String resolve(String text) {
		String resolved = this.beanFactory.resolveEmbeddedValue(text);
		return (resolved != null) ? resolved : "";
	}

	private record Advice(ExceptionHandlers handlers, int order) {

	}

}
