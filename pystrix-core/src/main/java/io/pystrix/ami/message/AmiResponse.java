package io.pystrix.ami.message;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The answer to an action.
 *
 * @since 0.1.0
 */
public class AmiResponse extends AmiMessage {

	private static final String ERROR = "error";

	private final @Nullable Duration roundTrip;

	/**
	 * Creates a response that nobody has waited for, as a view over the headers of a
	 * message.
	 * @param headers the headers
	 */
	public AmiResponse(AmiHeaders headers) {
		this(headers, null);
	}

	/**
	 * Creates a response as a view over the headers of a message.
	 * @param headers the headers
	 * @param roundTrip the time from sending the action to reading the response;
	 * {@code null} if nobody has waited for it
	 */
	public AmiResponse(AmiHeaders headers, @Nullable Duration roundTrip) {
		super(headers);
		this.roundTrip = roundTrip;
	}

	/**
	 * Creates a typed view over a response.
	 * @param response the response as it came
	 */
	protected AmiResponse(AmiResponse response) {
		this(response.headers(), response.roundTrip);
	}

	/**
	 * Returns how long the answer took, from sending the action to reading the response.
	 * @return the time; {@code null} if nobody has waited for the response
	 */
	public final @Nullable Duration roundTrip() {
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
