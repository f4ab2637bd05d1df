package io.pystrix.demo.live;

import java.time.Instant;

import io.pystrix.ami.live.DialplanPosition;
import io.pystrix.ami.live.LiveChannel;
import io.pystrix.demo.stream.Item;
import org.jspecify.annotations.Nullable;

/**
 * A channel in a table.
 */
record ChannelItem(String id, String name, String state, String caller, String connected, String place,
		@Nullable String application, @Nullable String bridge, String call, boolean onHold,
		@Nullable Instant since) implements Item {

	static ChannelItem of(LiveChannel channel) {
		String application = channel.application();
		String data = channel.applicationData();
		return new ChannelItem(channel.uniqueid(), channel.name(), Texts.of(channel.state()),
				Texts.of(channel.caller()), Texts.of(channel.connectedLine()), place(channel.position()),
				(application == null || data == null || data.isEmpty()) ? application : application + "(" + data + ")",
				channel.bridgeId(), channel.linkedid(), channel.onHold(), channel.createdAt());
	}

	private static String place(DialplanPosition position) {
		return position.exten().isEmpty() ? "" : position.exten() + "@" + position.context();
	}

}
