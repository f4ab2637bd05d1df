package io.pystrix.demo.live;

import java.util.List;

import io.pystrix.ami.live.AsteriskState;
import io.pystrix.demo.stream.Section;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The live state as sections of the page.
 */
@Configuration(proxyBeanMethods = false)
class LiveSections {

	@Bean
	Section connectionsSection(Connections connections) {
		return new Section("connections", () -> List.of(connections.ami(), connections.fastAgi()));
	}

	@Bean
	Section channelsSection(AsteriskState state) {
		return new Section("channels", () -> state.channels().stream().map(ChannelItem::of).toList());
	}

	@Bean
	Section callsSection(AsteriskState state) {
		return new Section("calls", () -> state.calls().stream().map(CallItem::of).toList());
	}

	@Bean
	Section bridgesSection(AsteriskState state) {
		return new Section("bridges", () -> state.bridges().stream().map(BridgeItem::of).toList());
	}

	@Bean
	Section queuesSection(AsteriskState state) {
		return new Section("queues", () -> state.queues().stream().map(QueueItem::of).toList());
	}

	@Bean
	Section parkedCallsSection(AsteriskState state) {
		return new Section("parked", () -> state.parkedCalls().stream().map(ParkedItem::of).toList());
	}

	@Bean
	Section conferencesSection(AsteriskState state) {
		return new Section("conferences", () -> state.conferences().stream().map(ConferenceItem::of).toList());
	}

}
