package io.pystrix.support;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The text of one type: what a user of it may write.
 */
final class TypeListing {

	private static final int VISIBLE = Modifier.PUBLIC | Modifier.PROTECTED;

	private static final Set<String> OF_EVERY_TYPE = Set.of("equals", "hashCode", "toString");

	private TypeListing() {
	}

	/** Whether users see a type: it and all around it are public or protected. */
	static boolean isVisible(Class<?> type) {
		boolean visible = (type.getModifiers() & VISIBLE) != 0 && !type.isSynthetic() && !type.isAnonymousClass();
		Class<?> outer = type.getEnclosingClass();
		return visible && (outer == null || isVisible(outer));
	}

	static String of(Class<?> type) {
		List<String> lines = new ArrayList<>();
		lines.add(header(type));
		fields(type).forEach(lines::add);
		visible(type.getDeclaredConstructors()).map(TypeListing::constructor).sorted().forEach(lines::add);
		visible(type.getDeclaredMethods()).filter(isOwn(type)).map(TypeListing::method).sorted().forEach(lines::add);
		return String.join("\n\t", lines) + "\n";
	}

	private static String header(Class<?> type) {
		List<String> words = new ArrayList<>(marks(type));
		words.add(modifiers(type.getModifiers() & ~(Modifier.INTERFACE | Modifier.STATIC)
				& ~((type.isInterface() || type.isEnum()) ? Modifier.ABSTRACT | Modifier.FINAL : 0)
				& ~((type.isRecord()) ? Modifier.FINAL : 0)));
		if (type.isSealed()) {
			words.add("sealed");
		}
		words.add(kind(type));
		words.add(type.getName() + parameters(type.getTypeParameters()));
		Type parent = type.getGenericSuperclass();
		if (parent != null && !Set.of(Object.class, Record.class).contains(type.getSuperclass()) && !type.isEnum()) {
			words.add("extends " + name(parent));
		}
		if (type.getInterfaces().length > 0 && !type.isAnnotation()) {
			words.add((type.isInterface() ? "extends " : "implements ") + names(type.getGenericInterfaces()));
		}
		return join(words);
	}

	private static String kind(Class<?> type) {
		if (type.isAnnotation()) {
			return "@interface";
		}
		if (type.isInterface()) {
			return "interface";
		}
		if (type.isEnum()) {
			return "enum";
		}
		return type.isRecord() ? "record" : "class";
	}

	private static Stream<String> fields(Class<?> type) {
		List<Field> fields = Arrays.stream(type.getDeclaredFields())
			.filter((field) -> (field.getModifiers() & VISIBLE) != 0 && !field.isSynthetic())
			.toList();
		Stream<String> constants = fields.stream().filter(Field::isEnumConstant).map(Field::getName);
		Stream<String> others = fields.stream()
			.filter((field) -> !field.isEnumConstant())
			.map((field) -> join(
					List.of(modifiers(field.getModifiers()), name(field.getAnnotatedType()), field.getName())))
			.sorted();
		return Stream.concat(constants, others);
	}

	private static <E extends Executable> Stream<E> visible(E[] executables) {
		return Arrays.stream(executables)
			.filter((executable) -> (executable.getModifiers() & VISIBLE) != 0 && !executable.isSynthetic());
	}

	private static Predicate<Method> isOwn(Class<?> type) {
		return (method) -> !OF_EVERY_TYPE.contains(method.getName())
				&& !(type.isEnum() && Set.of("values", "valueOf").contains(method.getName()));
	}

	private static String constructor(Constructor<?> constructor) {
		return join(List.of(join(marks(constructor)), modifiers(constructor.getModifiers()),
				parameters(constructor.getTypeParameters()).strip(),
				constructor.getDeclaringClass().getSimpleName() + arguments(constructor)));
	}

	private static String method(Method method) {
		int inInterface = method.getDeclaringClass().isInterface() ? Modifier.PUBLIC | Modifier.ABSTRACT : 0;
		return join(List.of(join(marks(method)), method.isDefault() ? "default" : "",
				modifiers(method.getModifiers() & ~inInterface), parameters(method.getTypeParameters()).strip(),
				name(method.getAnnotatedReturnType()), method.getName() + arguments(method)));
	}

	private static String arguments(Executable executable) {
		String thrown = names(executable.getGenericExceptionTypes());
		String arguments = Arrays.stream(argumentTypes(executable))
			.map(TypeListing::name)
			.collect(Collectors.joining(", "));
		return "(" + (executable.isVarArgs() ? arguments.replaceFirst("\\[]$", "...") : arguments) + ")"
				+ ((thrown.isEmpty()) ? "" : " throws " + thrown);
	}

	/**
	 * Those of a record's own constructor are known as a whole to its components only.
	 */
	private static AnnotatedType[] argumentTypes(Executable executable) {
		RecordComponent[] components = executable.getDeclaringClass().getRecordComponents();
		boolean canonical = executable instanceof Constructor && components != null && Arrays
			.equals(executable.getParameterTypes(), Arrays.stream(components).map(RecordComponent::getType).toArray());
		return (canonical)
				? Arrays.stream(components).map(RecordComponent::getAnnotatedType).toArray(AnnotatedType[]::new)
				: executable.getAnnotatedParameterTypes();
	}

	private static String modifiers(int modifiers) {
		return Modifier.toString(
				modifiers & (VISIBLE | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL | Modifier.INTERFACE));
	}

	private static List<String> marks(AnnotatedElement element) {
		return Arrays.stream(element.getAnnotations())
			.map((annotation) -> annotation.annotationType().getSimpleName())
			.filter(Set.of("Deprecated", "FunctionalInterface", "NotForImplementation")::contains)
			.map((mark) -> "@" + mark)
			.sorted()
			.toList();
	}

	private static String parameters(TypeVariable<?>[] variables) {
		if (variables.length == 0) {
			return "";
		}
		return Arrays.stream(variables).map((variable) -> {
			String bounds = names(variable.getBounds());
			return variable.getName() + (bounds.equals("Object") ? "" : " extends " + bounds);
		}).collect(Collectors.joining(", ", "<", ">"));
	}

	private static String names(Type[] types) {
		return Arrays.stream(types).map(TypeListing::name).collect(Collectors.joining(", "));
	}

	private static String name(AnnotatedType type) {
		return (type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "") + name(type.getType());
	}

	/** Without packages, which would make the lines long. */
	private static String name(Type type) {
		return type.getTypeName().replaceAll("\\b(?:[a-z][a-z0-9_]*\\.)+(?=[A-Z])", "");
	}

	private static String join(List<String> words) {
		return words.stream().filter((word) -> !word.isEmpty()).collect(Collectors.joining(" "));
	}

}
