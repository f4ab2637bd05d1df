package io.pystrix.spring.agi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.pystrix.agi.AgiRequest;
import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Which value of a call an annotated parameter asks for.
 *
 * @param description what it is, for messages
 * @param lookup finds it: a text, a list of several, or {@code null}
 * @param defaults what to use if it is missing, empty if there is nothing
 */
record CallValue(String description, Argument lookup, List<String> defaults) {

	/**
	 * Returns what a parameter asks for.
	 * @param method the method
	 * @param parameter its parameter
	 * @return the value, {@code null} if no annotation says so
	 * @throws InvalidHandlerException if the annotation cannot be followed
	 */
	static @Nullable CallValue of(BeanMethod method, MethodParameter parameter) {
		List<CallValue> values = new ArrayList<>();
		AgiArg arg = Parameters.annotation(parameter, AgiArg.class);
		if (arg != null) {
			values.add(argument(arg, method, parameter));
		}
		AgiParam param = Parameters.annotation(parameter, AgiParam.class);
		if (param != null) {
			String name = Parameters.nameOr(param.value(), method, parameter);
			values.add(new CallValue("parameter '" + name + "'",
					(call) -> oneOrAll(call.request().parameters().get(name)), List.of(param.defaultValue())));
		}
		AgiGroup group = Parameters.annotation(parameter, AgiGroup.class);
		if (group != null) {
			String name = Parameters.nameOr(group.value(), method, parameter);
			values.add(new CallValue("group '" + name + "'", (call) -> group(call.request(), name),
					List.of(group.defaultValue())));
		}
		AgiVariable variable = Parameters.annotation(parameter, AgiVariable.class);
		if (variable != null) {
			String name = Parameters.nameOr(variable.value(), method, parameter);
			values.add(new CallValue("variable '" + name + "'", new VariableReader(name),
					List.of(variable.defaultValue())));
		}
		if (values.size() > 1) {
			throw new InvalidHandlerException(method,
					"The annotations of " + Parameters.describe(parameter)
							+ " contradict each other: it cannot be both " + values.get(0).description() + " and "
							+ values.get(1).description() + ".");
		}
		return values.isEmpty() ? null : values.get(0);
	}

	private static CallValue argument(AgiArg arg, BeanMethod method, MethodParameter parameter) {
		if (arg.value() < 0) {
			throw new InvalidHandlerException(method,
					"There is no argument " + arg.value() + ", which " + Parameters.describe(parameter) + " wants.");
		}
		return new CallValue("argument " + arg.value(), (call) -> argument(call.request().args(), arg.value()),
				List.of(arg.defaultValue()));
	}

	static boolean isNumber(String group) {
		return group.length() < 10 && group.chars().allMatch((c) -> c >= '0' && c <= '9');
	}

	CallValue withDefaults(UnaryOperator<String> placeholders) {
		return new CallValue(this.description, this.lookup, this.defaults.stream().map(placeholders).toList());
	}

	@Nullable Object defaultValue() {
		return oneOrAll(this.defaults.isEmpty() ? null : this.defaults);
	}

	@Override
	public String toString() {
		return this.description;
	}

	private static @Nullable String argument(List<String> args, int index) {
		return (index < args.size()) ? args.get(index) : null;
	}

	private static @Nullable Object oneOrAll(@Nullable List<String> values) {
		return (values != null && values.size() == 1) ? values.get(0) : values;
	}

	private static @Nullable String group(AgiRequest request, String group) {
		try {
			return isNumber(group) ? request.group(Integer.parseInt(group)) : request.group(group);
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			// A method that handles exceptions serves patterns without the group, too
			return null;
		}
	}

}
