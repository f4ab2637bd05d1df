package io.pystrix.spring.agi;

import java.util.List;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;
import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * A script that is a method. Who provides which argument is settled at the start.
 */
final class ScriptMethod implements AgiHandler {

	private final BeanMethod method;

	private final List<Argument> arguments;

	ScriptMethod(BeanMethod method, List<AgiMethodArgumentResolver> resolvers) {
		this.method = method;
		this.arguments = method.parameters()
			.stream()
			.map((parameter) -> new Argument(parameter, resolver(parameter, resolvers)))
			.toList();
	}

	private AgiMethodArgumentResolver resolver(MethodParameter parameter, List<AgiMethodArgumentResolver> resolvers) {
		return resolvers.stream()
			.filter((resolver) -> resolver.supports(parameter))
			.findFirst()
			.orElseThrow(() -> new InvalidHandlerException(this.method,
					"Nothing provides parameter " + parameter.getParameterIndex() + " of type "
							+ parameter.getGenericParameterType().getTypeName() + "."));
	}

	@Override
	public void handle(Agi agi, AgiRequest request) throws Exception {
		@Nullable Object[] values = new @Nullable Object[this.arguments.size()];
		for (int i = 0; i < values.length; i++) {
			Argument argument = this.arguments.get(i);
			values[i] = argument.resolver().resolve(argument.parameter(), agi, request);
		}
		this.method.invoke(values);
	}

	@Override
	public String toString() {
		return this.method.toString();
	}

	private record Argument(MethodParameter parameter, AgiMethodArgumentResolver resolver) {

	}

}
