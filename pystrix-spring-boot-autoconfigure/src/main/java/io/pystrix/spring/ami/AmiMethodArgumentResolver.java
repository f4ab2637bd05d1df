package io.pystrix.spring.ami;

import io.pystrix.ami.Manager;
import io.pystrix.ami.message.AmiEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Provides arguments for methods that are {@linkplain AmiEventListener listeners}. Beans
 * of this type are asked in their order, before a parameter is taken for the event or the
 * manager.
 *
 * @since 0.1.0
 */
public interface AmiMethodArgumentResolver {

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
	 * @param event the event
	 * @param manager the manager that it came to
	 * @return the argument, of the type of the parameter
	 * @throws Exception anything; it is logged as a failure of the listener
	 */
	@Nullable Object resolve(MethodParameter parameter, AmiEvent event, Manager manager) throws Exception;

}
