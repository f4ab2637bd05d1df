package io.pystrix.ami.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a model says, without what only events can tell.
 */
final class Facts {

	private Facts() {
	}

	/** All that lists tell, too. */
	static SortedSet<String> of(LiveModel model) {
		SortedSet<String> facts = new TreeSet<>();
		model.channels()
			.all()
			.forEach((channel) -> facts
				.add("channel " + channel.name() + " " + channel.uniqueid() + " of " + channel.linkedid() + " "
						+ channel.state() + " " + channel.caller() + " " + channel.connectedLine() + " "
						+ channel.accountCode() + " " + channel.language() + " " + channel.position() + " "
						+ channel.application() + "(" + channel.applicationData() + ") in " + channel.bridgeId()));
		model.bridges()
			.all()
			.forEach((bridge) -> facts
				.add("bridge " + bridge.withChannels(List.of()) + new TreeSet<>(bridge.channels())));
		model.calls()
			.all()
			.forEach((call) -> facts.add("call " + call.linkedid() + " " + new TreeSet<>(call.channels())));
		model.queueMembers().all().forEach((member) -> facts.add(member.toString()));
		model.queueCallers().all().forEach((caller) -> facts.add(caller.since(null).toString()));
		model.conferences().all().forEach((room) -> facts.add("conference " + room.conference()));
		model.participants().all().forEach((participant) -> facts.add(participant.toString()));
		model.parkedCalls()
			.all()
			.forEach((call) -> facts.add("parked " + call.uniqueid() + " " + call.channel() + " " + call.caller() + " "
					+ call.parkingLot() + " " + call.space()));
		model.devices().all().forEach((device) -> facts.add(device.toString()));
		model.extensions().all().forEach((extension) -> facts.add(extension.toString()));
		return facts;
	}

	/** What is missing and what is too much. */
	static List<String> difference(Collection<String> expected, Collection<String> actual) {
		List<String> difference = new ArrayList<>();
		expected.stream().filter((fact) -> !actual.contains(fact)).forEach((fact) -> difference.add("missing " + fact));
		actual.stream().filter((fact) -> !expected.contains(fact)).forEach((fact) -> difference.add("wrong " + fact));
		return difference;
	}

	/** Which channels there are, and which of them are together. */
	static SortedSet<String> membership(LiveModel model) {
		SortedSet<String> facts = new TreeSet<>();
		model.channels()
			.all()
			.forEach((channel) -> facts.add("channel " + channel.uniqueid() + " in " + channel.bridgeId()));
		model.bridges()
			.all()
			.stream()
			.filter((bridge) -> !bridge.channels().isEmpty())
			.forEach((bridge) -> facts.add("bridge " + bridge.bridgeId() + " " + new TreeSet<>(bridge.channels())));
		model.calls()
			.all()
			.forEach((call) -> facts.add("call " + call.linkedid() + " " + new TreeSet<>(call.channels())));
		return facts;
	}

	/** Nothing contradicts anything else. */
	static void areConsistent(LiveModel model) {
		Map<String, LiveChannel> channels = new HashMap<>();
		Map<String, TreeSet<String>> calls = new TreeMap<>();
		for (LiveChannel channel : model.channels().all()) {
			channels.put(channel.uniqueid(), channel);
			calls.computeIfAbsent(channel.linkedid(), (id) -> new TreeSet<>()).add(channel.uniqueid());
			if (channel.bridgeId() != null) {
				assertThat(model.bridges().get(channel.bridgeId())).as("bridge of %s", channel)
					.isNotNull()
					.satisfies((bridge) -> assertThat(bridge.channels()).contains(channel.uniqueid()));
			}
		}
		for (LiveBridge bridge : model.bridges().all()) {
			assertThat(bridge.channels()).as("channels of %s", bridge).doesNotHaveDuplicates();
			bridge.channels()
				.forEach((id) -> assertThat(channels.get(id)).as("%s of %s", id, bridge)
					.isNotNull()
					.satisfies((channel) -> assertThat(channel.bridgeId()).isEqualTo(bridge.bridgeId())));
		}
		Map<String, TreeSet<String>> told = new TreeMap<>();
		for (LiveCall call : model.calls().all()) {
			assertThat(call.channels()).as("channels of %s", call).isNotEmpty().doesNotHaveDuplicates();
			told.put(call.linkedid(), new TreeSet<>(call.channels()));
		}
		assertThat(told).isEqualTo(calls);
		arePositionsWithoutGaps(model);
	}

	private static void arePositionsWithoutGaps(LiveModel model) {
		Map<String, List<Integer>> positions = new HashMap<>();
		model.queueCallers()
			.all()
			.forEach((caller) -> positions.computeIfAbsent(caller.queue(), (queue) -> new ArrayList<>())
				.add(caller.position()));
		positions.forEach((queue, taken) -> {
			taken.sort(null);
			for (int i = 0; i < taken.size(); i++) {
				assertThat(taken.get(i)).as("positions of %s: %s", queue, taken).isEqualTo(i + 1);
			}
		});
	}

	/** Nothing is left of calls. */
	static void areNothing(LiveModel model) {
		assertThat(model.channels().all()).isEmpty();
		assertThat(model.calls().all()).isEmpty();
		assertThat(model.bridges().all()).allSatisfy((bridge) -> assertThat(bridge.channels()).isEmpty());
		assertThat(model.queueCallers().all()).isEmpty();
		assertThat(model.participants().all()).isEmpty();
		assertThat(model.parkedCalls().all()).isEmpty();
	}

}
