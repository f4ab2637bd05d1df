package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.pystrix.ami.Manager;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * An action that is sent, and its answer.
 *
 * @since 0.1.0
 */
public class AmiActionObservationContext extends Observation.Context {

	private final AmiAction<?> action;

	private final Manager manager;

	private final String server;

	private @Nullable AmiResponse response;

	/**
	 * Creates a context.
	 * @param action the action
	 * @param manager what sends it
	 * @param server the name of the server
	 */
	public AmiActionObservationContext(AmiAction<?> action, Manager manager, String server) {
		this.action = action;
		this.manager = manager;
		this.server = server;
	}

	/**
	 * Returns the action.
	 * @return the action, as it was given to the manager
	 */
	public AmiAction<?> getAction() {
		return this.action;
	}

	/**
	 * Returns what sends the action.
	 * @return the manager
	 */
	public Manager getManager() {
		return this.manager;
	}

	/**
	 * Returns the name of the server.
	 * @return the name
	 */
	public String getServer() {
		return this.server;
	}

	/**
	 * Returns the answer.
	 * @return the response, an error too; {@code null} if there is none, or none yet
	 */
	public @Nullable AmiResponse getResponse() {
		return this.response;
	}

	/**
	 * Sets the answer.
	 * @param response the response, {@code null} if there is none
	 */
	public void setResponse(@Nullable AmiResponse response) {
		this.response = response;
	}

}
