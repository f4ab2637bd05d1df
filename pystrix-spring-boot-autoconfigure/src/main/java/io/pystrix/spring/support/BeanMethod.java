package io.pystrix.spring.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * A method of a bean. The bean is asked for at every call, by its name, so it may be lazy
 * or scoped, and advice is applied.
 *
 * @since 0.1.0
 */
public final class BeanMethod {

	private final BeanFactory beanFactory;

	private final String beanName;

	private final Class<?> targetClass;

	private final Method method;

	private final Method invocable;

	/**
	 * Creates a bean method.
	 * @param beanFactory where the bean is
	 * @param beanName its name
	 * @param targetClass its class, without a proxy
	 * @param method the method of that class
	 * @throws InvalidHandlerException if the bean's proxy does not have the method
	 */
	public BeanMethod(BeanFactory beanFactory, String beanName, Class<?> targetClass, Method method) {
		this.beanFactory = beanFactory;
		this.beanName = beanName;
		this.targetClass = targetClass;
		this.method = method;
		this.invocable = invocable();
		if (method.getReturnType() != void.class) {
			throw new InvalidHandlerException(this, "It returns a value, for which there is no use.");
		}
	}

	private Method invocable() {
		Class<?> beanType = this.beanFactory.getType(this.beanName);
		try {
			Method found = AopUtils.selectInvocableMethod(this.method,
					(beanType != null) ? beanType : this.targetClass);
			ReflectionUtils.makeAccessible(found);
			return found;
		}
		catch (IllegalStateException ex) {
			throw new InvalidHandlerException(this, "It cannot be called through the bean's proxy: " + ex.getMessage(),
					ex);
		}
	}

	/**
	 * Returns the name of the bean.
	 * @return the name
	 */
	public String beanName() {
		return this.beanName;
	}

	/**
	 * Returns the method as it was written.
	 * @return the method of the class behind any proxy
	 */
	public Method method() {
		return this.method;
	}

	/**
	 * Returns the parameters of the method.
	 * @return the parameters in order, with type variables resolved, and with the
	 * annotations of the methods that this one overrides or implements
	 */
	public List<MethodParameter> parameters() {
		Class<?> containingClass = this.targetClass;
		AnnotatedMethod annotated = new AnnotatedMethod(this.method) {
			@Override
			protected Class<?> getContainingClass() {
				return containingClass;
			}
		};
		return List.of(annotated.getMethodParameters());
	}

	/**
	 * Calls the method.
	 * @param arguments its arguments
	 * @throws Exception what the method throws, as it is
	 */
	public void invoke(@Nullable Object... arguments) throws Exception {
		Object bean = this.beanFactory.getBean(this.beanName);
		try {
			this.invocable.invoke(bean, arguments);
		}
		catch (InvocationTargetException ex) {
			Throwable thrown = ex.getTargetException();
			Assert.state(thrown != null, "A method failed without a reason");
			ReflectionUtils.rethrowException(thrown);
		}
	}

	/**
	 * Returns the types of the parameters, which tell overloaded methods apart.
	 * @return the simple names in parentheses
	 */
	public String parameterTypes() {
		return Arrays.stream(this.method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", ", "(", ")"));
	}

	@Override
	public String toString() {
		return "method " + this.targetClass.getSimpleName() + "." + this.method.getName() + parameterTypes()
				+ " of bean '" + this.beanName + "'";
	}

}
