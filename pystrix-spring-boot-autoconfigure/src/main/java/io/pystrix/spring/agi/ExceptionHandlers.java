package io.pystrix.spring.agi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiAbortedException;
import io.pystrix.agi.AgiDeadChannelException;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.AgiRequest;
import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ExceptionDepthComparator;
import org.springframework.core.MethodParameter;

/**
 * The methods of one bean that handle exceptions.
 */
final class ExceptionHandlers {

	private static final Log logger = LogFactory.getLog(AgiExceptionHandler.class);

	// How calls end, which only those want to know who say so
	private static final List<Class<? extends Throwable>> ENDS = List.of(AgiHangupException.class,
			AgiDeadChannelException.class, AgiAbortedException.class, InterruptedException.class);

	private final Map<Class<? extends Throwable>, ScriptMethod> methods = new LinkedHashMap<>();

	/**
	 * Adds a method.
	 * @param method the method
	 * @param annotation says what it handles
	 * @param arguments who provides its arguments
	 * @throws InvalidHandlerException if that is not clear, or handled by another method
	 */
	void add(BeanMethod method, AgiExceptionHandler annotation, ArgumentFactory arguments) {
		ScriptMethod handler = new ScriptMethod(method, arguments.ofExceptionHandler(method));
		for (Class<? extends Throwable> type : types(method, annotation)) {
			ScriptMethod other = this.methods.putIfAbsent(type, handler);
			if (other != null) {
				throw new InvalidHandlerException(method,
						type.getSimpleName() + " is handled by another method of the bean already: " + other + ".");
			}
		}
	}

	private static List<Class<? extends Throwable>> types(BeanMethod method, AgiExceptionHandler annotation) {
		List<MethodParameter> parameters = method.parameters()
			.stream()
			.filter((parameter) -> Throwable.class.isAssignableFrom(parameter.getParameterType()))
			.toList();
		if (annotation.value().length == 0) {
			if (parameters.size() != 1) {
				throw new InvalidHandlerException(method,
						"@AgiExceptionHandler needs a value, or one parameter that is an exception.");
			}
			return List.of(parameters.get(0).getParameterType().asSubclass(Throwable.class));
		}
		for (Class<? extends Throwable> type : annotation.value()) {
			for (MethodParameter parameter : parameters) {
				if (!parameter.getParameterType().isAssignableFrom(type)) {
					throw new InvalidHandlerException(method, "It is to handle " + type.getSimpleName() + ", which "
							+ Parameters.describe(parameter) + " cannot take.");
				}
			}
		}
		return Arrays.stream(annotation.value()).distinct().toList();
	}

	/**
	 * Handles what a script threw, if one of the methods is for it.
	 * @param failure what the script threw
	 * @param agi the call
	 * @param request what was called
	 * @return whether one was
	 * @throws Exception what the method throws
	 */
	boolean handle(Throwable failure, Agi agi, AgiRequest request) throws Exception {
		ScriptMethod method = closest(failure);
		if (method == null) {
			return false;
		}
		if (logger.isDebugEnabled()) {
			logger.debug("What the script for " + request + " threw is handled by " + method, failure);
		}
		try {
			method.call(new Invocation(agi, request, failure));
			return true;
		}
		catch (Throwable ex) {
			if (ex != failure) {
				ex.addSuppressed(failure);
			}
			throw ex;
		}
	}

	private @Nullable ScriptMethod closest(Throwable failure) {
		boolean end = ENDS.stream().anyMatch((type) -> type.isInstance(failure));
		List<Class<? extends Throwable>> candidates = this.methods.keySet()
			.stream()
			.filter((type) -> type.isInstance(failure) && (!end || isEnd(type)))
			.toList();
		return candidates.isEmpty() ? null
				: this.methods.get(ExceptionDepthComparator.findClosestMatch(candidates, failure));
	}

	private static boolean isEnd(Class<? extends Throwable> type) {
		return ENDS.stream().anyMatch((end) -> end.isAssignableFrom(type));
	}

}
