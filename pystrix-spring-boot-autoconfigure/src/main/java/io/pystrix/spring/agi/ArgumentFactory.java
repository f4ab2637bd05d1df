package io.pystrix.spring.agi;

import java.util.List;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiRequest;
import io.pystrix.ami.Manager;
import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;

/**
 * Settles at the start who provides the arguments of a method: the application's own
 * resolvers are asked first.
 */
final class ArgumentFactory {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ConversionService conversionService;

	private final List<AgiMethodArgumentResolver> resolvers;

	ArgumentFactory(ConfigurableListableBeanFactory beanFactory, ConversionService conversionService) {
		this.beanFactory = beanFactory;
		this.conversionService = conversionService;
		this.resolvers = beanFactory.getBeanProvider(AgiMethodArgumentResolver.class).orderedStream().toList();
	}

	/**
	 * Returns what provides the arguments of a script.
	 * @param method the method
	 * @return its arguments, in order
	 * @throws InvalidHandlerException if nothing provides one of them
	 */
	List<Argument> ofScript(BeanMethod method) {
		return method.parameters().stream().map((parameter) -> argument(method, parameter)).toList();
	}

	/**
	 * Returns what provides the arguments of a method that is called when a script has
	 * failed.
	 * @param method the method
	 * @return its arguments, in order
	 * @throws InvalidHandlerException if nothing provides one of them
	 */
	List<Argument> ofExceptionHandler(BeanMethod method) {
		return method.parameters()
			.stream()
			.<Argument>map((parameter) -> Throwable.class.isAssignableFrom(parameter.getParameterType())
					? Invocation::failure : argument(method, parameter))
			.toList();
	}

	private Argument argument(BeanMethod method, MethodParameter parameter) {
		for (AgiMethodArgumentResolver resolver : this.resolvers) {
			if (resolver.supports(parameter)) {
				return (invocation) -> resolver.resolve(parameter, invocation.agi(), invocation.request());
			}
		}
		Argument argument = partOfTheCall(parameter.getParameterType());
		if (argument == null && parameter.nestedIfOptional().getNestedParameterType() == Manager.class) {
			argument = manager(method, parameter);
		}
		if (argument == null) {
			argument = value(method, parameter);
		}
		if (argument == null) {
			throw new InvalidHandlerException(method, "Nothing provides " + Parameters.describe(parameter) + ".");
		}
		return argument;
	}

	private static @Nullable Argument partOfTheCall(Class<?> type) {
		// Also the themes that make up Agi, for a method that needs no more
		if (type != Object.class && type.isAssignableFrom(Agi.class)) {
			return Invocation::agi;
		}
		if (type == AgiRequest.class) {
			return Invocation::request;
		}
		return (type == AgiEnvironment.class) ? (invocation) -> invocation.request().environment() : null;
	}

	// By the rules for every other injected bean: qualifiers, the primary one, the name
	private Argument manager(BeanMethod method, MethodParameter parameter) {
		try {
			Object manager = this.beanFactory.resolveDependency(new DependencyDescriptor(parameter, true),
					method.beanName());
			return (invocation) -> manager;
		}
		catch (NoSuchBeanDefinitionException ex) {
			throw new InvalidHandlerException(method,
					"Nothing provides " + Parameters.describe(parameter) + ": " + ex.getMessage() + ".", ex);
		}
	}

	private @Nullable Argument value(BeanMethod method, MethodParameter parameter) {
		CallValue value = CallValue.of(method, parameter);
		return (value != null)
				? new ValueArgument(method, parameter, value.withDefaults(this::resolve), this.conversionService)
				: null;
	}

	private String resolve(String text) {
		String resolved = this.beanFactory.resolveEmbeddedValue(text);
		return (resolved != null) ? resolved : "";
	}

}
