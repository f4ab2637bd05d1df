package io.pystrix.ami.control;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.pystrix.ami.live.LiveChannel;
import io.pystrix.internal.Loggable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call that this program has placed, from dialling to hang-up. All of its futures fail
 * with what Asterisk says if it refuses to place the call, with a
 * {@link io.pystrix.ami.ManagerTimeoutException} if nothing is heard of the call in time,
 * and with a {@link io.pystrix.ami.ManagerConnectionException} if the connection is lost;
 * the call itself may go on then. Callbacks run on threads of their own; of a failure
 * they are not told.
 *
 * @since 0.1.0
 * @see Calls#dial
 */
public final class Call {

	private static final Logger logger = LoggerFactory.getLogger(Calls.class);

	private final Calls calls;

	private final CallLife life;

	Call(Calls calls, CallLife life) {
		this.calls = calls;
		this.life = life;
	}

	/**
	 * The unique id of the party's channel. When Asterisk takes a Local channel out of
	 * the call, it is that of the channel behind it from then on.
	 * @return the id
	 */
	public String uniqueid() {
		return this.life.channel();
	}

	/**
	 * The party's channel at this moment.
	 * @return the channel, empty if it is not there yet or not any more
	 */
	public Optional<LiveChannel> channel() {
		return this.calls.state().channel(uniqueid());
	}

	/**
	 * What can be done with the party's channel.
	 * @return the controls, which wait for Asterisk as long as those of {@link Calls}
	 */
	public ChannelControl control() {
		return this.calls.channel(uniqueid());
	}

	/**
	 * Whether it rings.
	 * @return {@code true} as soon as it rings, {@code false} if it was answered or has
	 * ended without
	 */
	public CompletableFuture<Boolean> ringing() {
		return this.life.ringing().copy();
	}

	/**
	 * Whether it is answered.
	 * @return {@code true} as soon as it is, {@code false} if it has ended before
	 */
	public CompletableFuture<Boolean> answered() {
		return this.life.answered().copy();
	}

	/**
	 * What became of the call.
	 * @return the outcome when it has ended
	 */
	public CompletableFuture<CallOutcome> ended() {
		return this.life.ended().copy();
	}

	/**
	 * What became of the call.
	 * @return the outcome, empty as long as the call goes on or if that is not known
	 */
	public Optional<CallOutcome> outcome() {
		CompletableFuture<CallOutcome> ended = this.life.ended();
		return (ended.isDone() && !ended.isCompletedExceptionally()) ? Optional.of(ended.join()) : Optional.empty();
	}

	/**
	 * Has something run when it rings.
	 * @param callback what to run; what it throws is logged
	 * @return this call
	 */
	public Call onRinging(Consumer<? super Call> callback) {
		this.life.ringing().thenAccept((rings) -> run(callback, rings));
		return this;
	}

	/**
	 * Has something run when it is answered.
	 * @param callback what to run; what it throws is logged
	 * @return this call
	 */
	public Call onAnswered(Consumer<? super Call> callback) {
		this.life.answered().thenAccept((answered) -> run(callback, answered));
		return this;
	}

	/**
	 * Has something run when it has ended.
	 * @param callback is given what became of it; what it throws is logged
	 * @return this call
	 */
	public Call onEnded(Consumer<? super CallOutcome> callback) {
		this.life.ended().thenAccept((outcome) -> {
			try {
				callback.accept(outcome);
			}
			catch (Throwable ex) {
				logger.warn("A callback of a call failed", Loggable.of(ex));
			}
		});
		return this;
	}

	private void run(Consumer<? super Call> callback, boolean wanted) {
		try {
			if (wanted) {
				callback.accept(this);
			}
		}
		catch (Throwable ex) {
			logger.warn("A callback of a call failed", Loggable.of(ex));
		}
	}

	/**
	 * Hangs up, at any time: a call that is not answered is {@code CANCELLED}.
	 * @return what became of it; fails also if Asterisk refuses
	 */
	public CompletableFuture<CallOutcome> hangup() {
		return hangup(16);
	}

	/**
	 * Hangs up with a cause.
	 * @param cause what the party is told, 1 to 127; 16 is a normal end
	 * @return what became of it; fails also if Asterisk refuses
	 */
	public CompletableFuture<CallOutcome> hangup(int cause) {
		return this.calls.hangUp(this.life, cause);
	}

}
