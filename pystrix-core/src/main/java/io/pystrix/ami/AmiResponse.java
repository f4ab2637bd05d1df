package io.pystrix.ami;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The answer to an action.
 */
public class AmiResponse extends AmiMessage {

	private static final String ERROR = "error";

	private @Nullable Duration roundTrip;

	/**
	 * Creates a response as a view over the headers of a message.
	 * @param headers the headers
	 */
	public AmiResponse(AmiHeaders headers) {
		super(headers);
	}

	/**
	 * Creates a response as another view of one that came.
	 * @param response the response
	 */
	protected AmiResponse(AmiResponse response) {
		super(response.headers());
		this.roundTrip = response.roundTrip;
	}

	/** Called by the reader, before anybody else sees the response. */
	void answeredAfter(Duration roundTrip) {
		this.roundTrip = roundTrip;
	}

	/**
	 * The time from sending the action to reading this response.
	 * @return the time; {@code null} if nobody waited for the response
	 */
	protected final @Nullable Duration elapsed() {
		return this.roundTrip;
	}

	/**
	 * The word that Asterisk answered with: {@code Success}, {@code Error},
	 * {@code Goodbye}, up to Asterisk 13 also {@code Follows}.
	 * @return the word; {@code null} if the message had none
	 */
	public final @Nullable String response() {
		return get("Response");
	}

	/**
	 * Whether Asterisk took the action. Anything but {@code Error} counts.
	 * @return {@code false} for an error
	 */
	public final boolean isSuccess() {
		String response = response();
		return response != null && !response.regionMatches(true, 0, ERROR, 0, ERROR.length());
	}

	/**
	 * The text that explains the answer.
	 * @return the text, or {@code null} if there is none
	 */
	public final @Nullable String message() {
		return get("Message");
	}

}
