package io.pystrix.spring.ami;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.EventsLostEvent;
import io.pystrix.ami.Manager;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * A method that listens to events: what its annotation and its parameters ask for.
 */
final class ListenerMethod implements AmiEventCallback<AmiEvent> {

	private final BeanMethod method;

	private final List<Argument> arguments = new ArrayList<>();

	private final @Nullable Class<? extends AmiEvent> eventType;

	private final @Nullable Pattern names;

	private final @Nullable ListenerCondition condition;

	ListenerMethod(BeanMethod method, AmiEventListener annotation, @Nullable ListenerCondition condition,
			UnaryOperator<String> placeholders, List<AmiMethodArgumentResolver> resolvers) {
		this.method = method;
		this.condition = condition;
		this.eventType = eventType(resolvers);
		this.names = names(annotation, placeholders);
		if (this.names == null && this.eventType == null) {
			throw new InvalidHandlerException(method,
					"It needs a parameter that is an AmiEvent, or 'names' or 'pattern' in its annotation.");
		}
		if (this.names != null && this.eventType != null && this.eventType != AmiEvent.class) {
			throw new InvalidHandlerException(method,
					"With 'names' or 'pattern' the parameter has to be an AmiEvent, not a "
							+ this.eventType.getSimpleName() + ".");
		}
	}

	private @Nullable Class<? extends AmiEvent> eventType(List<AmiMethodArgumentResolver> resolvers) {
		Class<? extends AmiEvent> found = null;
		for (MethodParameter parameter : this.method.parameters()) {
			Class<?> type = parameter.getParameterType();
			Optional<AmiMethodArgumentResolver> resolver = resolvers.stream()
				.filter((it) -> it.supports(parameter))
				.findFirst();
			if (resolver.isPresent()) {
				this.arguments.add((event, manager) -> resolver.get().resolve(parameter, event, manager));
			}
			else if (type == EventsLostEvent.class) {
				throw new InvalidHandlerException(this.method, "Asterisk sends no EventsLostEvent. What a listener"
						+ " has lost is told by the application event AmiEventsLostEvent.");
			}
			else if (AmiEvent.class.isAssignableFrom(type) && found == null) {
				found = type.asSubclass(AmiEvent.class);
				this.arguments.add((event, manager) -> event);
			}
			else if (type == Manager.class) {
				this.arguments.add((event, manager) -> manager);
			}
			else {
				throw new InvalidHandlerException(this.method, "Nothing provides its parameter of type "
						+ type.getName() + "; there may be one AmiEvent, and a Manager.");
			}
		}
		return found;
	}

	private @Nullable Pattern names(AmiEventListener annotation, UnaryOperator<String> placeholders) {
		String pattern = placeholders.apply(annotation.pattern());
		List<String> names = Arrays.stream(annotation.names()).map(placeholders).toList();
		if (!names.isEmpty() && !pattern.isEmpty()) {
			throw new InvalidHandlerException(this.method, "It can have 'names' or a 'pattern', not both.");
		}
		if (names.contains("")) {
			throw new InvalidHandlerException(this.method, "The name of an event must not be empty.");
		}
		try {
			// One registration for all names, which keeps their events in order
			return !pattern.isEmpty() ? Pattern.compile(pattern) : names.isEmpty() ? null
					: Pattern.compile(names.stream().map(Pattern::quote).collect(Collectors.joining("|")));
		}
		catch (PatternSyntaxException ex) {
			throw new InvalidHandlerException(this.method,
					"The pattern '" + pattern + "' is no regular expression: " + ex.getDescription() + ".", ex);
		}
	}

	Target<? extends AmiEvent> target() {
		if (this.names != null) {
			return Target.named(this.names, this);
		}
		Class<? extends AmiEvent> type = (this.eventType != null) ? this.eventType : AmiEvent.class;
		return Target.typed(type, this);
	}

	@Override
	public void onEvent(AmiEvent event, Manager manager) throws Exception {
		if (this.condition == null || this.condition.isMetBy(event, manager)) {
			@Nullable Object[] values = new @Nullable Object[this.arguments.size()];
			for (int i = 0; i < values.length; i++) {
				values[i] = this.arguments.get(i).resolve(event, manager);
			}
			this.method.invoke(values);
		}
	}

	@Override
	public String toString() {
		return this.method.toString();
	}

	/**
	 * Provides an argument.
	 */
	@FunctionalInterface
	private interface Argument {

		@Nullable Object resolve(AmiEvent event, Manager manager) throws Exception;

	}

}
