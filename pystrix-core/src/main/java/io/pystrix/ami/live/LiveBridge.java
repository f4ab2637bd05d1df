package io.pystrix.ami.live;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A bridge at one moment.
 *
 * @param bridgeId the id, which never changes
 * @param type the type, such as {@code basic} or {@code stasis}
 * @param technology how media passes, such as {@code simple_bridge} or {@code softmix}
 * @param creator what made it, {@code null} if that is not told
 * @param name its name, {@code null} if it has none
 * @param channels the unique ids of the channels in it, in the order in which they came
 */
public record LiveBridge(String bridgeId, String type, String technology, @Nullable String creator,
		@Nullable String name, List<String> channels) implements LiveObject {

	@Override
	public String id() {
		return this.bridgeId;
	}

	LiveBridge withChannels(List<String> channels) {
		return new LiveBridge(this.bridgeId, this.type, this.technology, this.creator, this.name, channels);
	}

}
