package io.pystrix.test;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.ami.AmiFrame;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls and knows those that live.
 */
final class Switchboard {

	private final AtomicInteger channels = new AtomicInteger();

	private final AtomicInteger pairs = new AtomicInteger();

	private final List<SimulatedCall> calls = new CopyOnWriteArrayList<>();

	private final Dialplan dialplan;

	private final CallEvents events;

	private final LegRunner runner;

	Switchboard(Dialplan dialplan, Consumer<AmiFrame> broadcast, Supplier<InetSocketAddress> fastAgi,
			Consumer<AgiCaller> customizer) {
		this.dialplan = dialplan;
		this.events = new CallEvents(broadcast);
		this.runner = new LegRunner(this.events, fastAgi, customizer);
	}

	/**
	 * Place a call and raise everything up to its dialling; the rest happens on its own
	 * threads.
	 * @return the call, or {@code null} if it failed
	 */
	@Nullable SimulatedCall place(Origination origination, boolean async) {
		List<Step> dialled = this.dialplan.find(origination.localContext(), origination.localExtension());
		String id = origination.channelId();
		if (!origination.isLocal() || (id != null && leg((leg) -> leg.uniqueid().equals(id)) != null)) {
			failed(origination, async);
			return null;
		}
		SimulatedCall call = pair(origination);
		this.events.created(call.first());
		this.events.created(call.second());
		if (dialled == null) {
			this.events.hangup(call.second(), 0);
			this.events.hangup(call.first(), 0);
			failed(origination, async);
			return null;
		}
		this.calls.add(call);
		this.events.dialing(origination, call.first(), call.second());
		startThread(call, call.second(), () -> this.runner.run(call, call.second(), dialled));
		startThread(call, call.first(), () -> runFirst(call, async));
		return call;
	}

	private void failed(Origination origination, boolean async) {
		if (async) {
			this.events.originated(origination, null);
		}
	}

	private SimulatedCall pair(Origination origination) {
		String name = String.format(Locale.ROOT, "Local/%s@%s-%08x", origination.localExtension(),
				origination.localContext(), this.pairs.getAndIncrement());
		String wanted = origination.channelId();
		String firstId = (wanted != null) ? wanted : nextId();
		String otherId = (wanted != null) ? wanted + ";2" : nextId();
		if (origination.otherChannelId() != null) {
			otherId = origination.otherChannelId();
		}
		Leg first = new Leg(name + ";1", firstId, firstId, origination.localContext(), origination.localExtension());
		Leg second = new Leg(name + ";2", otherId, firstId, origination.localContext(), origination.localExtension());
		for (Map.Entry<String, String> variable : origination.variables().entrySet()) {
			String plain = variable.getKey().replaceFirst("^__?", "");
			first.variables().put(plain, variable.getValue());
			second.variables().put(plain, variable.getValue());
		}
		return new SimulatedCall(origination, this.events, first, second);
	}

	private String nextId() {
		return System.currentTimeMillis() / 1000 + "." + this.channels.getAndIncrement();
	}

	private void runFirst(SimulatedCall call, boolean async) throws InterruptedException {
		call.decided().await();
		Origination origination = call.origination();
		if (!call.first().isUp()) {
			failed(origination, async);
			return;
		}
		Leg leg = call.first();
		this.events.dialEnded(leg);
		String context = origination.context();
		List<Step> steps = List.of();
		if (origination.application() != null) {
			leg.runsApplication();
			steps = List.of(new Step(origination.application(), origination.data()));
		}
		else if (context != null) {
			List<Step> found = this.dialplan.find(context, origination.extension());
			steps = (found != null) ? found : steps;
			leg.position(new Leg.Position(context, origination.extension(), 1, "", ""));
		}
		if (async) {
			this.events.originated(origination, leg);
		}
		this.runner.run(call, leg, steps);
	}

	private void startThread(SimulatedCall call, Leg leg, Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				// A channel that has nothing more to run hangs up
				call.hangUp(leg, LegRunner.NORMAL_CLEARING);
				if (call.gone(leg)) {
					this.calls.remove(call);
				}
			}
		}, "asterisk-simulator-" + leg.name());
		thread.setDaemon(true);
		thread.start();
	}

	CallEvents events() {
		return this.events;
	}

	List<SimulatedCall> calls() {
		return List.copyOf(this.calls);
	}

	@Nullable SimulatedCall call(String channel) {
		return this.calls.stream()
			.filter((call) -> call.legs().anyMatch((leg) -> leg.name().equals(channel)))
			.findFirst()
			.orElse(null);
	}

	@Nullable Leg leg(String channel) {
		return leg((leg) -> leg.name().equals(channel) || leg.uniqueid().equals(channel));
	}

	private @Nullable Leg leg(Predicate<Leg> wanted) {
		return this.calls.stream()
			.flatMap(SimulatedCall::legs)
			.filter((leg) -> !leg.isGone())
			.filter(wanted)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Hang up every call and wait, a while at most, until their last events are raised.
	 */
	void hangUpAll() {
		List<SimulatedCall> live = calls();
		for (SimulatedCall call : live) {
			call.legs().forEach((leg) -> call.hangUp(leg, 0));
			AgiCall script = call.script();
			if (script != null) {
				script.close();
			}
		}
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
		try {
			for (SimulatedCall call : live) {
				call.ended().await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * What a channel's thread does.
	 */
	private interface Task {

		void run() throws InterruptedException;

	}

}
