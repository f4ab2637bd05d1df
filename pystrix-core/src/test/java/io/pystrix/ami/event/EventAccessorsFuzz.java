package io.pystrix.ami.event;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.pystrix.FuzzInput;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiEventType;
import io.pystrix.ami.message.AmiHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the headers of an event hold, no accessor throws, and no number is read as
 * another one.
 */
public final class EventAccessorsFuzz {

	private static final List<AmiEventType<?>> TYPES = new StandardEvents().types();

	private EventAccessorsFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) throws IllegalAccessException {
		FuzzInput input = new FuzzInput(data);
		AmiEventType<?> type = TYPES.get(input.below(TYPES.size()));
		List<String> values = input.texts();
		List<Method> accessors = Arrays.stream(type.type().getMethods())
			.filter(EventAccessorsFuzz::isAccessor)
			.toList();
		List<String> lines = new ArrayList<>(List.of("Event: " + type.name()));
		for (String name : HeaderNames.ALL) {
			lines.add(name + ": " + values.get(lines.size() % values.size()).replace("\r", ""));
		}
		AmiEvent event = type.factory().apply(AmiHeaders.parse(lines.toArray(String[]::new)));
		for (Method accessor : accessors) {
			try {
				Object value = accessor.invoke(event);
				assertThat(String.valueOf(value)).isNotNull();
			}
			catch (InvocationTargetException ex) {
				throw new AssertionError(accessor + " of " + values, ex.getCause());
			}
		}
	}

	private static boolean isAccessor(Method method) {
		return method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())
				&& AmiEvent.class.isAssignableFrom(method.getDeclaringClass());
	}

}
