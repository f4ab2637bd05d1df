package io.pystrix.spring.agi;

import org.jspecify.annotations.Nullable;

/**
 * Provides the argument for one parameter of one method. Made when the application
 * starts, used by many threads at once.
 */
@FunctionalInterface
interface Argument {

	@Nullable Object of(Invocation invocation) throws Exception;

}
