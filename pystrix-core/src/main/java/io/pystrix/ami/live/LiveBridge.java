package io.pystrix.ami.live;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A bridge at one moment.
 *
 * @since 0.1.0
 */
public final class LiveBridge implements LiveObject {

	private final Values values;

	LiveBridge(String bridgeId, String type, String technology, @Nullable String creator, @Nullable String name,
			List<String> channels) {
		this.values = new Values(bridgeId, type, technology, creator, name, channels);
	}

	/**
	 * {@return the id, which never changes}
	 */
	public String bridgeId() {
		return this.values.bridgeId();
	}

	/**
	 * {@return the type, such as {@code basic} or {@code stasis}}
	 */
	public String type() {
		return this.values.type();
	}

	/**
	 * {@return how media passes, such as {@code simple_bridge} or {@code softmix}}
	 */
	public String technology() {
		return this.values.technology();
	}

	/**
	 * {@return what created the bridge, {@code null} if Asterisk does not say}
	 */
	public @Nullable String creator() {
		return this.values.creator();
	}

	/**
	 * {@return the name of the bridge, {@code null} if it has none}
	 */
	public @Nullable String name() {
		return this.values.name();
	}

	/**
	 * {@return the unique ids of the channels in it, in the order in which they came}
	 */
	public List<String> channels() {
		return this.values.channels();
	}

	@Override
	public String id() {
		return this.values.bridgeId();
	}

	LiveBridge withChannels(List<String> channels) {
		return new LiveBridge(this.values.bridgeId(), this.values.type(), this.values.technology(),
				this.values.creator(), this.values.name(), channels);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveBridge that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveBridge");
	}

	private record Values(String bridgeId, String type, String technology, @Nullable String creator,
			@Nullable String name, List<String> channels) {

	}

}
