package io.pystrix.test.pbx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.Database;
import io.pystrix.test.ami.AmiSimulator;
import org.jspecify.annotations.Nullable;

/**
 * A simulated PBX behind an AMI server. Every method may be called from any thread.
 *
 * @since 0.1.0
 */
public final class Pbx {

	private final Monitor monitor;

	private final Events events;

	private final Channels channels;

	private final Bridges bridges;

	private final Keypad keypad;

	private final Queues queues;

	private final Database database = new Database();

	private final Map<Channel, SimulatedCall> calls = new ConcurrentHashMap<>();

	/**
	 * Make a PBX that answers the actions of an AMI server and raises its events there.
	 * @param plan what it has
	 * @param ami the AMI server
	 */
	public Pbx(PbxPlan plan, AmiSimulator ami) {
		this.monitor = new Monitor(plan.speed);
		EventForms forms = new EventForms(ami.release());
		this.events = new Events(ami::broadcast, forms);
		this.channels = new Channels(this.events);
		this.bridges = new Bridges(this.monitor, this.events);
		this.keypad = new Keypad(this.events);
		LocalPairs pairs = new LocalPairs(this.channels, plan.dialplan, this.events);
		Applications applications = new Applications();
		ChannelLife life = new ChannelLife(this.monitor, this.channels, this.bridges, plan.dialplan, applications,
				this.events);
		new BasicApplications(this.monitor, this.channels, this.events).addTo(applications);
		applications.add("AGI", new AgiApplication(this.monitor, this.channels, this.events, this.database,
				ami.release(), plan.fastAgi, plan.scripts));
		applications.add("Dial",
				new DialApplication(this.monitor, this.channels, pairs, this.bridges, life, this.events));
		this.queues = new Queues(this.monitor, this.channels, plan.dialplan, this.events, plan.queues);
		this.channels.observer(this.queues::observe);
		applications.add("Queue",
				new QueueApplication(this.monitor, this.channels, pairs, this.bridges, life, this.queues, this.events));
		Conferences conferences = new Conferences(this.monitor, this.channels, pairs, this.bridges, this.events);
		applications.add("ConfBridge", conferences);
		Parking parking = new Parking(this.monitor, this.channels, this.bridges, this.events);
		parking.addTo(applications);
		Originator originator = new Originator(this.monitor, this.channels, pairs, life, this.events);
		Actions actions = new Actions(this.monitor, ami, forms);
		new CallActions(this.monitor, this.channels, plan.dialplan, originator, this.keypad).addTo(actions);
		new BridgeActions(this.monitor, this.channels, this.bridges, this.events).addTo(actions);
		new ChannelListActions(this.monitor, this.channels).addTo(actions);
		new VariableActions(this.channels).addTo(actions);
		new TransferActions(this.monitor, this.channels, pairs, this.bridges, life, this.events).addTo(actions);
		new QueueActions(this.monitor, this.queues, this.events).addTo(actions);
		conferences.addTo(actions);
		parking.addTo(actions);
		new RecordingActions(this.monitor, this.channels, this.events).addTo(actions);
		new StateListActions().addTo(actions);
		new DatabaseActions(this.database).addTo(actions);
	}

	/**
	 * The database, which scripts and AMI share.
	 * @return the database
	 */
	public Database database() {
		return this.database;
	}

	/**
	 * The calls that live.
	 * @return the calls, oldest first
	 */
	public List<SimulatedCall> calls() {
		return this.monitor.get(() -> {
			List<SimulatedCall> living = new ArrayList<>();
			for (Channel channel : this.channels.all()) {
				SimulatedCall call = call(channel);
				if (!living.contains(call)) {
					living.add(call);
				}
			}
			this.calls.values().retainAll(living);
			return List.copyOf(living);
		});
	}

	/**
	 * Find a call by one of its channels.
	 * @param channel the channel's name
	 * @return the call, or {@code null} if no such channel lives
	 */
	public @Nullable SimulatedCall call(String channel) {
		return calls().stream()
			.filter((call) -> call.channel().equals(channel) || call.otherChannel().equals(channel))
			.findFirst()
			.orElse(null);
	}

	private SimulatedCall call(Channel half) {
		Channel first = half.isFirst() ? half : LocalPairs.other(half);
		return this.calls.computeIfAbsent(first, (key) -> new SimulatedCall(this.monitor, this.keypad, first));
	}

	/**
	 * Hang up every call, and have queues and database as they were in the beginning.
	 */
	public void reset() {
		hangUpAll();
		this.monitor.run(this.queues::reset);
		this.database.clear();
	}

	/**
	 * Hang up every call and wait, five seconds at most, until their last events are
	 * raised.
	 */
	public void hangUpAll() {
		try {
			this.monitor.get(() -> {
				for (Channel channel : this.channels.all()) {
					channel.hangUp(0);
					channel.stopping = true;
					AgiCall script = channel.script;
					if (script != null) {
						script.close();
					}
				}
				return true;
			});
			this.monitor.awaitSoon(() -> this.channels.all().isEmpty());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
