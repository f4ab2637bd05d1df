package io.pystrix.spring.ami;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.pystrix.ami.CallbackOptions;
import io.pystrix.spring.support.AnnotatedBeans;
import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds the methods that {@linkplain AmiEventListener listen to events} and registers
 * them, when all singletons are there and before anything is started, so that no event is
 * missed.
 *
 * @since 0.1.0
 */
public final class AmiEventListenerProcessor implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	private final AmiListenerRegistry registry;

	/**
	 * Creates a processor.
	 * @param beanFactory where the beans are
	 * @param registry where to register them
	 */
	public AmiEventListenerProcessor(ConfigurableListableBeanFactory beanFactory, AmiListenerRegistry registry) {
		this.beanFactory = beanFactory;
		this.registry = registry;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Map<String, BeanMethod> byId = new HashMap<>();
		AnnotatedBeans.forEach(this.beanFactory,
				(beanName, type) -> AnnotatedBeans.methods(type, AmiEventListener.class)
					.forEach((method, annotation) -> register(new BeanMethod(this.beanFactory, beanName, type, method),
							annotation, byId)));
	}

	private void register(BeanMethod method, AmiEventListener annotation, Map<String, BeanMethod> byId) {
		String id = id(method, annotation, byId);
		BeanMethod other = byId.putIfAbsent(id, method);
		if (other != null) {
			throw new InvalidHandlerException(method, "There is a listener with the id '" + id + "' already: " + other);
		}
		try {
			ListenerMethod listener = new ListenerMethod(method, annotation, condition(annotation), this::resolve,
					resolvers());
			this.registry.register(id, resolve(annotation.server()), options(annotation), listener.target());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidHandlerException(method, ex.getMessage() + ".", ex);
		}
	}

	private @Nullable ListenerCondition condition(AmiEventListener annotation) {
		String condition = resolve(annotation.condition());
		return condition.isEmpty() ? null : new ListenerCondition(condition, this.beanFactory);
	}

	private List<AmiMethodArgumentResolver> resolvers() {
		return this.beanFactory.getBeanProvider(AmiMethodArgumentResolver.class).orderedStream().toList();
	}

	private String id(BeanMethod method, AmiEventListener annotation, Map<String, BeanMethod> byId) {
		String id = resolve(annotation.id());
		if (!id.isEmpty()) {
			return id;
		}
		String derived = method.beanName() + "." + method.method().getName();
		return byId.containsKey(derived) ? derived + method.parameterTypes() : derived;
	}

	private static UnaryOperator<CallbackOptions> options(AmiEventListener annotation) {
		if (annotation.overflow().length > 1) {
			throw new IllegalArgumentException("There can be only one overflow policy");
		}
		return (defaults) -> {
			CallbackOptions options = (annotation.queueCapacity() == -1) ? defaults
					: defaults.withQueueCapacity(annotation.queueCapacity());
			return (annotation.overflow().length == 0) ? options : options.withOverflow(annotation.overflow()[0]);
		};
	}

	private String resolve(String text) {
		String resolved = this.beanFactory.resolveEmbeddedValue(text);
		return (resolved != null) ? resolved : "";
	}

}
