package io.pystrix.agi.internal;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.GosubOutcome;
import io.pystrix.agi.command.Exec;
import io.pystrix.agi.command.Gosub;
import io.pystrix.agi.command.Noop;
import io.pystrix.agi.command.Verbose;
import org.jspecify.annotations.Nullable;

/**
 * The methods that are commands.
 */
abstract class CommandMethods implements Agi, ChannelMethods, PlaybackMethods, InputMethods, SayMethods,
		VariablesMethods, DatabaseMethods, SpeechMethods {

	@Override
	public abstract <R> R execute(AgiCommand<R> command);

	@Override
	public void noop() {
		execute(new Noop());
	}

	@Override
	public void verbose(String message, int level) {
		execute(new Verbose(message, level));
	}

	@Override
	public int exec(String application, @Nullable String... options) {
		return execute(new Exec(application, options));
	}

	@Override
	public GosubOutcome gosub(String context, String extension, String priority, @Nullable String... arguments) {
		return execute(new Gosub(context, extension, priority, arguments));
	}

}
