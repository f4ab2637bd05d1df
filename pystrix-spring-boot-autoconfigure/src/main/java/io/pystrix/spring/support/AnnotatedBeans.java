package io.pystrix.spring.support;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Looks for annotations on beans without creating them, so that lazy and scoped beans are
 * found and stay what they are. The classes behind proxies are looked at, not the
 * proxies.
 *
 * @since 0.1.0
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
					visitor.accept(beanName, ClassUtils.getUserClass(type));
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
	 * @return the methods and their annotations, in the order of the source, inherited
	 * methods last
	 */
	public static <A extends Annotation> Map<Method, A> methods(Class<?> type, Class<A> annotation) {
		if (!AnnotationUtils.isCandidateClass(type, annotation)) {
			return Map.of();
		}
		MetadataLookup<A> lookup = (method) -> AnnotatedElementUtils.findMergedAnnotation(method, annotation);
		Map<Method, A> found = MethodIntrospector.selectMethods(type, lookup);
		return (found.size() > 1) ? inSourceOrder(type, found) : found;
	}

	private static <A> Map<Method, A> inSourceOrder(Class<?> type, Map<Method, A> methods) {
		List<String> names = declaredMethods(type);
		Map<Method, A> sorted = new LinkedHashMap<>();
		methods.entrySet().stream().sorted(Comparator.comparingInt((entry) -> {
			int index = names.indexOf(entry.getKey().getName());
			return (index >= 0) ? index : names.size();
		})).forEach((entry) -> sorted.put(entry.getKey(), entry.getValue()));
		return sorted;
	}

	// The order of reflection is up to the JVM, that of a class file is the source's
	private static List<String> declaredMethods(Class<?> type) {
		try {
			MetadataReader reader = MetadataReaderFactory.create(type.getClassLoader())
				.getMetadataReader(type.getName());
			return reader.getAnnotationMetadata()
				.getDeclaredMethods()
				.stream()
				.map(MethodMetadata::getMethodName)
				.toList();
		}
		catch (IOException ex) {
			return List.of();
		}
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
