package io.pystrix.agi.internal;

import io.pystrix.agi.AgiCommand;

/**
 * Executes commands, for those who turn methods into commands.
 */
interface CommandExecutor {

	<R> R execute(AgiCommand<R> command);

}
