package io.pystrix.spring.agi;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Provides arguments for methods that are {@linkplain AgiScript AGI scripts} or
 * {@linkplain AgiExceptionHandler handle their exceptions}. Beans of this type are asked
 * before the resolvers that are always there, in their order.
 *
 * @since 0.1.0
 */
public interface AgiMethodArgumentResolver {

	/**
	 * Whether this resolver provides the argument for a parameter. Asked once, when the
	 * application starts.
	 * @param parameter the parameter
	 * @return whether it does
	 */
	boolean supports(MethodParameter parameter);

	/**
	 * Provides an argument. Called by many threads at once.
	 * @param parameter a parameter that is supported
	 * @param agi the call
	 * @param request what was called
	 * @return the argument, of the type of the parameter
	 * @throws Exception anything; the script fails by it
	 */
	@Nullable Object resolve(MethodParameter parameter, Agi agi, AgiRequest request) throws Exception;

}
