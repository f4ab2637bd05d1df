package io.pystrix.spring.agi;

import java.util.List;
import java.util.Optional;

import io.pystrix.agi.WireLogOptions;
import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.util.StringUtils;

/**
 * A value of the call, converted to the type of a parameter.
 */
final class ValueArgument implements Argument {

	private final BeanMethod method;

	private final MethodParameter parameter;

	private final CallValue value;

	private final ConversionService conversionService;

	private final TypeDescriptor target;

	private final boolean optional;

	ValueArgument(BeanMethod method, MethodParameter parameter, CallValue value, ConversionService conversionService) {
		this.method = method;
		this.parameter = parameter;
		this.value = value;
		this.conversionService = conversionService;
		this.target = new TypeDescriptor(parameter.nestedIfOptional());
		this.optional = parameter.isOptional();
		check();
	}

	private void check() {
		if (!this.conversionService.canConvert(TypeDescriptor.valueOf(String.class), this.target)) {
			throw new InvalidHandlerException(this.method,
					"Nothing converts text to " + Parameters.describe(this.parameter) + ".");
		}
		Object defaultValue = this.value.defaultValue();
		if (defaultValue != null) {
			try {
				convert(defaultValue);
			}
			catch (ConversionException ex) {
				throw new InvalidHandlerException(this.method, "The default value '" + defaultValue + "' cannot be "
						+ Parameters.describe(this.parameter) + ".", ex);
			}
		}
	}

	@Override
	public @Nullable Object of(Invocation invocation) throws Exception {
		Object found = this.value.lookup().of(invocation);
		Object defaultValue = this.value.defaultValue();
		// The dialplan cannot help to pass an empty text for a variable that is not set
		if (found == null || "".equals(found) && (this.optional || defaultValue != null)) {
			found = defaultValue;
		}
		Object converted = (found != null) ? converted(found) : null;
		if (this.parameter.getParameterType() == Optional.class) {
			return Optional.ofNullable(converted);
		}
		if (converted == null && !this.optional) {
			throw new AgiArgumentException("Missing " + this.value + " of the call of '" + invocation.request().path()
					+ "', for " + describe());
		}
		return converted;
	}

	private @Nullable Object converted(Object found) {
		try {
			return convert(found);
		}
		catch (ConversionException ex) {
			// The cause repeats the value
			boolean isSecret = WireLogOptions.DEFAULTS
				.masksVariable(this.value + " " + Parameters.describe(this.parameter));
			throw new AgiArgumentException(
					"Cannot use '" + (isSecret ? "******" : StringUtils.truncate(found.toString())) + "', the "
							+ this.value + " of the call, as " + describe(),
					isSecret ? null : ex);
		}
	}

	private @Nullable Object convert(Object found) {
		TypeDescriptor source = (found instanceof List)
				? TypeDescriptor.collection(List.class, TypeDescriptor.valueOf(String.class))
				: TypeDescriptor.valueOf(String.class);
		return this.conversionService.convert(found, source, this.target);
	}

	private String describe() {
		return Parameters.describe(this.parameter) + " of " + this.method;
	}

}
