package io.pystrix.spring.agi;

import java.util.List;
import java.util.function.Function;

import io.pystrix.agi.AgiRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Which part of a request an annotated parameter asks for.
 *
 * @param description what it is, for messages
 * @param lookup finds it: a text, a list of several, or {@code null}
 */
record AgiValue(String description, Function<AgiRequest, @Nullable Object> lookup) {

	static @Nullable AgiValue of(MethodParameter parameter) {
		AgiArg arg = parameter.getParameterAnnotation(AgiArg.class);
		if (arg != null) {
			return new AgiValue("argument " + arg.value(), (request) -> argument(request.args(), arg.value()));
		}
		AgiParam param = parameter.getParameterAnnotation(AgiParam.class);
		if (param != null) {
			return new AgiValue("parameter '" + param.value() + "'",
					(request) -> oneOrAll(request.parameters().get(param.value())));
		}
		AgiGroup group = parameter.getParameterAnnotation(AgiGroup.class);
		if (group != null) {
			return new AgiValue("group '" + group.value() + "'", (request) -> group(request, group.value()));
		}
		return null;
	}

	static boolean isNumber(String group) {
		return group.chars().allMatch(Character::isDigit);
	}

	@Nullable Object in(AgiRequest request) {
		return this.lookup.apply(request);
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
		return isNumber(group) ? request.group(Integer.parseInt(group)) : request.group(group);
	}

}
