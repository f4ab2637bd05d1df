package io.pystrix.spring.support;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Looks for annotations on beans without creating them, so that lazy and scoped beans are
 * found and stay what they are. The classes behind proxies are looked at, not the
 * proxies.
 */
public final class AnnotatedBeans {

	private AnnotatedBeans() {
	}

	/**
	 * Visits all beans whose class is known, in the order of their definition.
	 * @param beanFactory where the beans are
	 * @param visitor is given the name and the class of each
	 */
	public static void forEach(ConfigurableListableBeanFactory beanFactory, BiConsumer<String, Class<?>> visitor) {
		for (String beanName : beanFactory.getBeanNamesForType(Object.class)) {
			if (!ScopedProxyUtils.isScopedTarget(beanName)) {
				Class<?> type = targetClass(beanFactory, beanName);
				if (type != null && !type.getName().startsWith("org.springframework.")) {
					visitor.accept(beanName, type);
				}
			}
		}
	}

	/**
	 * Finds the methods of a class, and of its parents, that bear an annotation or one
	 * that is annotated with it.
	 * @param type the class
	 * @param annotation the annotation
	 * @param <A> the type of the annotation
	 * @return the methods and their annotations
	 */
	public static <A extends Annotation> Map<Method, A> methods(Class<?> type, Class<A> annotation) {
		if (!AnnotationUtils.isCandidateClass(type, annotation)) {
			return Map.of();
		}
		MetadataLookup<A> lookup = (method) -> AnnotatedElementUtils.findMergedAnnotation(method, annotation);
		return MethodIntrospector.selectMethods(type, lookup);
	}

	private static @Nullable Class<?> targetClass(ConfigurableListableBeanFactory beanFactory, String beanName) {
		Class<?> type = AutoProxyUtils.determineTargetClass(beanFactory, beanName);
		if (type != null && ScopedObject.class.isAssignableFrom(type)) {
			Class<?> scoped = AutoProxyUtils.determineTargetClass(beanFactory,
					ScopedProxyUtils.getTargetBeanName(beanName));
			return (scoped != null) ? scoped : type;
		}
		return type;
	}

}
