package io.pystrix.spring.ami;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.Manager;
import io.pystrix.spring.support.AnnotatedBeans;
import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds the methods that {@linkplain AmiEventListener listen to events} and registers
 * them with the manager, when all singletons are there and before anything is started, so
 * that no event is missed.
 */
public final class AmiEventListenerProcessor implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Supplier<Manager> manager;

	private final CallbackOptions defaults;

	/**
	 * Creates a processor.
	 * @param beanFactory where the beans are
	 * @param manager the manager; asked for only if there are listeners
	 * @param defaults the options of listeners that say nothing else
	 */
	public AmiEventListenerProcessor(ConfigurableListableBeanFactory beanFactory, Supplier<Manager> manager,
			CallbackOptions defaults) {
		this.beanFactory = beanFactory;
		this.manager = manager;
		this.defaults = defaults;
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
		ListenerMethod listener = new ListenerMethod(method, annotation, this::resolve);
		String id = id(method, annotation, byId);
		BeanMethod other = byId.putIfAbsent(id, method);
		if (other != null) {
			throw new InvalidHandlerException(method, "There is a listener with the id '" + id + "' already: " + other);
		}
		try {
			listener.register(this.manager.get(), options(annotation).withName(id), id);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidHandlerException(method, ex.getMessage() + ".", ex);
		}
	}

	private String id(BeanMethod method, AmiEventListener annotation, Map<String, BeanMethod> byId) {
		String id = resolve(annotation.id());
		if (!id.isEmpty()) {
			return id;
		}
		String derived = method.beanName() + "." + method.method().getName();
		return byId.containsKey(derived) ? derived + method.parameterTypes() : derived;
	}

	private CallbackOptions options(AmiEventListener annotation) {
		CallbackOptions options = this.defaults;
		if (annotation.queueCapacity() != -1) {
			options = options.withQueueCapacity(annotation.queueCapacity());
		}
		return switch (annotation.overflow().length) {
			case 0 -> options;
			case 1 -> options.withOverflow(annotation.overflow()[0]);
			default -> throw new IllegalArgumentException("There can be only one overflow policy");
		};
	}

	private String resolve(String text) {
		String resolved = this.beanFactory.resolveEmbeddedValue(text);
		return (resolved != null) ? resolved : "";
	}

}
