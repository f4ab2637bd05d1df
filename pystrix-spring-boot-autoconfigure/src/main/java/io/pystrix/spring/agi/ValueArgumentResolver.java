package io.pystrix.spring.agi;

import java.util.List;
import java.util.Optional;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;

/**
 * Provides what the dialplan says: {@link AgiArg}, {@link AgiParam} and {@link AgiGroup}.
 */
final class ValueArgumentResolver implements AgiMethodArgumentResolver {

	private final ConversionService conversionService;

	ValueArgumentResolver(ConversionService conversionService) {
		this.conversionService = conversionService;
	}

	@Override
	public boolean supports(MethodParameter parameter) {
		return AgiValue.of(parameter) != null && this.conversionService.canConvert(TypeDescriptor.valueOf(String.class),
				new TypeDescriptor(parameter.nestedIfOptional()));
	}

	@Override
	public @Nullable Object resolve(MethodParameter parameter, Agi agi, AgiRequest request) {
		AgiValue value = AgiValue.of(parameter);
		Object found = (value != null) ? value.in(request) : null;
		Object converted = (found != null) ? convert(found, parameter, value) : null;
		if (parameter.getParameterType() == Optional.class) {
			return Optional.ofNullable(converted);
		}
		if (converted == null && !parameter.isOptional()) {
			throw new IllegalArgumentException(
					"Missing " + value + " of the call of '" + request.path() + "', for " + describe(parameter));
		}
		return converted;
	}

	private @Nullable Object convert(Object found, MethodParameter parameter, @Nullable Object value) {
		TypeDescriptor source = TypeDescriptor.forObject(found);
		if (found instanceof List) {
			source = TypeDescriptor.collection(List.class, TypeDescriptor.valueOf(String.class));
		}
		try {
			return this.conversionService.convert(found, source, new TypeDescriptor(parameter.nestedIfOptional()));
		}
		catch (ConversionException ex) {
			throw new IllegalArgumentException(
					"Cannot use '" + found + "', the " + value + " of the call, as " + describe(parameter), ex);
		}
	}

	private static String describe(MethodParameter parameter) {
		return "parameter " + parameter.getParameterIndex() + " of " + parameter.getExecutable().toGenericString();
	}

}
