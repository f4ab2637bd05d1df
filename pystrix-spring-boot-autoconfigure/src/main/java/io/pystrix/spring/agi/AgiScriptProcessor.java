package io.pystrix.spring.agi;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.ami.Manager;
import io.pystrix.spring.support.AnnotatedBeans;
import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.core.convert.ConversionService;

/**
 * Finds the beans and methods that are {@linkplain AgiScript scripts} and registers them,
 * when all singletons are there and before anything is started, so that no call meets an
 * empty registry. Beans of type {@link AgiInterceptor} are put around all scripts, in
 * their order, the first outermost.
 */
public final class AgiScriptProcessor implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ScriptRegistry scripts;

	private final ConversionService conversionService;

	/**
	 * Creates a processor.
	 * @param beanFactory where the beans are
	 * @param scripts where to register the scripts
	 * @param conversionService converts what the dialplan says
	 */
	public AgiScriptProcessor(ConfigurableListableBeanFactory beanFactory, ScriptRegistry scripts,
			ConversionService conversionService) {
		this.beanFactory = beanFactory;
		this.scripts = scripts;
		this.conversionService = conversionService;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<AgiMethodArgumentResolver> resolvers = resolvers();
		List<Script> found = new ArrayList<>();
		AnnotatedBeans.forEach(this.beanFactory, (beanName, type) -> {
			handlerBean(beanName, type, found);
			AnnotatedBeans.methods(type, AgiScript.class).forEach((method, annotation) -> {
				// The annotation of a bean method is about the bean
				if (!AnnotatedElementUtils.hasAnnotation(method, Bean.class)) {
					found.add(methodOf(beanName, type, method, annotation, resolvers));
				}
			});
		});
		found.sort(Comparator.comparingInt(Script::order));
		register(found);
		addInterceptors();
	}

	private void addInterceptors() {
		List<AgiInterceptor> present = this.scripts.interceptors();
		this.beanFactory.getBeanProvider(AgiInterceptor.class)
			.orderedStream()
			// A registry of the application's own may have them already
			.filter((interceptor) -> !present.contains(interceptor))
			.forEach(this.scripts::addInterceptor);
	}

	private List<AgiMethodArgumentResolver> resolvers() {
		return Stream.concat(this.beanFactory.getBeanProvider(AgiMethodArgumentResolver.class).orderedStream(),
				Stream.of(new ContextArgumentResolver(this.beanFactory.getBeanProvider(Manager.class)),
						new ValueArgumentResolver(this.conversionService)))
			.toList();
	}

	private void handlerBean(String beanName, Class<?> type, List<Script> found) {
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

	private Script methodOf(String beanName, Class<?> type, Method method, AgiScript annotation,
			List<AgiMethodArgumentResolver> resolvers) {
		BeanMethod beanMethod = new BeanMethod(this.beanFactory, beanName, type, method);
		Order order = AnnotatedElementUtils.findMergedAnnotation(method, Order.class);
		Script script = script(annotation, new ScriptMethod(beanMethod, resolvers),
				(order != null) ? order.value() : order(beanName, type));
		ScriptPattern.checkGroups(script.pattern(), beanMethod);
		return script;
	}

	private Script script(AgiScript annotation, AgiHandler handler, int order) {
		Pattern pattern = ScriptPattern.compile(resolve(annotation.pattern()), annotation.defaultScript(), handler);
		String name = resolve(annotation.name());
		if (pattern == null && !name.isEmpty()) {
			throw new InvalidHandlerException(handler, "The default script has no name, it is called 'default'.");
		}
		return new Script((name.isEmpty() && pattern != null) ? pattern.pattern() : name, handler, pattern, order);
	}

	private int order(String beanName, Class<?> type) {
		Order order = this.beanFactory.findAnnotationOnBean(beanName, Order.class, false);
		return (order != null) ? order.value() : OrderUtils.getOrder(type, Ordered.LOWEST_PRECEDENCE);
	}

	private String resolve(String text) {
		String resolved = this.beanFactory.resolveEmbeddedValue(text);
		return (resolved != null) ? resolved : "";
	}

	private void register(List<Script> found) {
		Map<String, Script> byPattern = new HashMap<>();
		for (Script script : found) {
			Pattern pattern = script.pattern();
			Script other = byPattern.putIfAbsent((pattern != null) ? pattern.pattern() : "", script);
			if (other != null || pattern == null && this.scripts.defaultScript().isPresent()) {
				throw duplicate(script, other, null);
			}
			if (pattern == null) {
				this.scripts.registerDefault(script.handler());
				continue;
			}
			try {
				this.scripts.register(script.name(), pattern, script.handler());
			}
			catch (IllegalStateException ex) {
				throw duplicate(script, null, ex);
			}
		}
	}

	private static InvalidHandlerException duplicate(Script script, @Nullable Script other, @Nullable Exception cause) {
		Pattern pattern = script.pattern();
		String what = (pattern != null) ? "a script for the pattern '" + pattern + "'" : "a default script";
		return new InvalidHandlerException(script.handler(),
				"There is " + what + " already" + ((other != null) ? ": " + other.handler() + "." : "."), cause);
	}

	private record Script(String name, AgiHandler handler, @Nullable Pattern pattern, int order) {

	}

}
