package io.pystrix.test.pbx;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.pystrix.test.ami.AmiClient;

/**
 * Plays a scenario over AMI, on whatever PBX, and keeps the events.
 */
final class ScenarioPlayer implements AutoCloseable {

	private final AmiClient client;

	private final List<TracedEvent> events = new ArrayList<>();

	/** How many of the events were waited for. */
	private int taken;

	ScenarioPlayer(InetSocketAddress address, String username, String secret) throws IOException {
		this.client = new AmiClient(address);
		this.client.timeout(30_000);
		this.client.readLine();
		this.client.send("Action: Login", "Username: " + username, "Secret: " + secret);
		while (!new TracedEvent(this.client.read()).name().equals("FullyBooted")) {
			// What comes before is not of the scenario
		}
	}

	void act(String... lines) throws IOException {
		this.client.send(lines);
	}

	void originate(String channel, String extension, String... more) throws IOException {
		List<String> lines = new ArrayList<>(List.of("Action: Originate", "ActionID: o", "Channel: " + channel,
				"Context: default", "Exten: " + extension, "Priority: 1", "Async: true"));
		lines.addAll(List.of(more));
		act(lines.toArray(String[]::new));
	}

	/**
	 * Wait for an event that was not waited for yet.
	 */
	TracedEvent await(String event, String... headers) throws IOException {
		return await((one) -> one.matches(event, headers));
	}

	private TracedEvent await(Predicate<TracedEvent> wanted) throws IOException {
		while (true) {
			while (this.taken < this.events.size()) {
				TracedEvent event = this.events.get(this.taken++);
				if (wanted.test(event)) {
					return event;
				}
			}
			read();
		}
	}

	/**
	 * Wait until so many events of a kind have come, waited for or not.
	 */
	void awaitCount(int count, String event, String... headers) throws IOException {
		while (this.events.stream().filter((one) -> one.matches(event, headers)).count() < count) {
			read();
		}
	}

	private void read() throws IOException {
		List<String> lines = this.client.read();
		// Asterisk ends some answers by two empty lines
		for (int i = 0; lines.isEmpty(); i++) {
			if (i == 2) {
				throw new IOException("The connection ended");
			}
			lines = this.client.read();
		}
		this.events.add(new TracedEvent(lines));
	}

	/**
	 * Wait until all channels are gone and no more events come.
	 */
	List<TracedEvent> finish() throws IOException {
		while (count("Newchannel") == 0 || count("Newchannel") > count("Hangup")
				|| count("BridgeCreate") - count("BridgeCreate", "BridgeType: parking") > count("BridgeDestroy")) {
			read();
		}
		// What Asterisk tells late, it has told when it answers this
		for (int i = 0; i < 3; i++) {
			act("Action: UserEvent", "UserEvent: End" + i);
			await("UserEvent", "UserEvent: End" + i);
		}
		return List.copyOf(this.events);
	}

	private long count(String event, String... headers) {
		return this.events.stream().filter((one) -> one.matches(event, headers)).count();
	}

	void hangUp(String channel) throws IOException {
		act("Action: Hangup", "Channel: " + channel);
	}

	/**
	 * The other half of a pair of Local channels.
	 */
	static String other(String channel) {
		return channel.substring(0, channel.length() - 1) + (channel.endsWith("1") ? "2" : "1");
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

}
