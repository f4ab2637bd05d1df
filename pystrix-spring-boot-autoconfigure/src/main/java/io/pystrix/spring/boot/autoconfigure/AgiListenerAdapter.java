package io.pystrix.spring.boot.autoconfigure;

import java.time.Duration;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiListener;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.fastagi.FastAgiListener;
import org.jspecify.annotations.Nullable;

/**
 * Has a FastAGI server tell a listener that knows nothing of servers.
 *
 * @param listener the listener
 */
record AgiListenerAdapter(AgiListener listener) implements FastAgiListener {

	static FastAgiListener adapt(AgiListener listener) {
		return (listener instanceof FastAgiListener fastAgiListener) ? fastAgiListener
				: new AgiListenerAdapter(listener);
	}

	@Override
	public void callStarted(AgiRequest request) {
		this.listener.callStarted(request);
	}

	@Override
	public void commandStarted(AgiRequest request, AgiCommand<?> command) {
		this.listener.commandStarted(request, command);
	}

	@Override
	public void commandReplied(AgiRequest request, AgiCommand<?> command, AgiReply reply) {
		this.listener.commandReplied(request, command, reply);
	}

	@Override
	public void commandExecuted(AgiRequest request, AgiCommand<?> command, Duration duration,
			@Nullable AgiException failure) {
		this.listener.commandExecuted(request, command, duration, failure);
	}

	@Override
	public void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration, @Nullable Throwable failure) {
		this.listener.callEnded(request, outcome, duration, failure);
	}

}
