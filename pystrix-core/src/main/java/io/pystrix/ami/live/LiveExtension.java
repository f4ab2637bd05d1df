package io.pystrix.ami.live;

import io.pystrix.ami.event.ExtensionState;
import org.jspecify.annotations.Nullable;

/**
 * An extension that has a hint, at one moment.
 *
 * @since 0.1.0
 */
public final class LiveExtension implements LiveObject {

	private final Values values;

	LiveExtension(String context, String exten, @Nullable String hint, ExtensionState state) {
		this.values = new Values(context, exten, hint, state);
	}

	/**
	 * {@return the context of the extension}
	 */
	public String context() {
		return this.values.context();
	}

	/**
	 * {@return the number of the extension}
	 */
	public String exten() {
		return this.values.exten();
	}

	/**
	 * {@return the devices that the extension stands for, {@code null} if not known}
	 */
	public @Nullable String hint() {
		return this.values.hint();
	}

	/**
	 * {@return the state of the extension}
	 */
	public ExtensionState state() {
		return this.values.state();
	}

	@Override
	public String id() {
		return id(this.values.exten(), this.values.context());
	}

	static String id(String exten, String context) {
		return exten + '@' + context;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveExtension that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveExtension");
	}

	private record Values(String context, String exten, @Nullable String hint, ExtensionState state) {

	}

}
