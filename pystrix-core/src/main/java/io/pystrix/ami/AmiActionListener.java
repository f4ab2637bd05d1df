package io.pystrix.ami;

import java.time.Duration;

import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.ami.message.OutcomeAction;
import org.jspecify.annotations.Nullable;

/**
 * Is told of the actions that a manager is given to send, for metrics, traces and the
 * like. Set by {@link ManagerBuilder#actionListener}. Of what the manager sends by
 * itself, such as the login and the keep-alive's pings, it is not told.
 * <p>
 * Several threads may call it at once. What it throws is logged and changes nothing.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AmiActionListener {

	/**
	 * An action is about to be sent. Called on the thread that sends it, before a byte is
	 * written and also if it turns out that there is no connection, so that what belongs
	 * to the caller's thread can be seen.
	 * @param action the action; for {@link Manager#perform} in the form in which it is
	 * sent
	 * @param manager the manager
	 * @return is told of the end; {@code null} if nobody wants to know
	 */
	@Nullable Exchange started(AmiAction<?> action, Manager manager);

	/**
	 * An action that was started and has not ended.
	 */
	@FunctionalInterface
	interface Exchange {

		/**
		 * The action is over: Asterisk has answered it, with all of the list if it asked
		 * for one, or will not be waited for any more. What an {@link OutcomeAction}
		 * brings about comes later. Called once, before whoever waits goes on: on the
		 * thread of the caller if that is blocked, else usually on the manager's
		 * executor.
		 * @param response the response, an error too; {@code null} if there is none
		 * @param failure why there is no usable response, such as a
		 * {@link ManagerTimeoutException}, or a
		 * {@link java.util.concurrent.CancellationException} if the caller has lost
		 * interest; {@code null} if there is a response
		 * @param duration how long it took, from before it was sent
		 */
		void ended(@Nullable AmiResponse response, @Nullable Throwable failure, Duration duration);

	}

}
