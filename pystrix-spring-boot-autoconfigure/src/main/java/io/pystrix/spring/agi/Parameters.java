package io.pystrix.spring.agi;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;

import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What there is to know about a parameter.
 */
final class Parameters {

	private static final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

	private Parameters() {
	}

	/**
	 * Returns an annotation of a parameter.
	 * @param parameter the parameter
	 * @param type the annotation
	 * @param <A> the type of the annotation
	 * @return the annotation, which may stand on an annotation of the parameter
	 */
	static <A extends Annotation> @Nullable A annotation(MethodParameter parameter, Class<A> type) {
		AnnotatedElement annotations = AnnotatedElementUtils.forAnnotations(parameter.getParameterAnnotations());
		return AnnotatedElementUtils.findMergedAnnotation(annotations, type);
	}

	/**
	 * Returns the name that an annotation gives, or the parameter's own.
	 * @param given what the annotation says
	 * @param method the method, for messages
	 * @param parameter the parameter
	 * @return a name that is not empty
	 */
	static String nameOr(String given, BeanMethod method, MethodParameter parameter) {
		if (!given.isEmpty()) {
			return given;
		}
		String name = name(parameter);
		if (name == null) {
			throw new InvalidHandlerException(method, "The class does not tell the name of " + describe(parameter)
					+ ": give its annotation a value, or compile with '-parameters'.");
		}
		return name;
	}

	static String describe(MethodParameter parameter) {
		String name = name(parameter);
		return "parameter " + ((name != null) ? "'" + name + "'" : parameter.getParameterIndex()) + " of type "
				+ parameter.getGenericParameterType().getTypeName();
	}

	private static @Nullable String name(MethodParameter parameter) {
		parameter.initParameterNameDiscovery(names);
		return parameter.getParameterName();
	}

}
