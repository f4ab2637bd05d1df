package io.pystrix.test;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCallListener;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.agi.AgiStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the dialplan on one channel, from its first priority to its hang-up.
 */
final class LegRunner {

	private static final Logger logger = LoggerFactory.getLogger(LegRunner.class);

	static final int NORMAL_CLEARING = 16;

	private final CallEvents events;

	private final Supplier<InetSocketAddress> fastAgi;

	private final Consumer<AgiCaller> customizer;

	LegRunner(CallEvents events, Supplier<InetSocketAddress> fastAgi, Consumer<AgiCaller> customizer) {
		this.events = events;
		this.fastAgi = fastAgi;
		this.customizer = customizer;
	}

	void run(SimulatedCall call, Leg leg, List<Step> steps) throws InterruptedException {
		int priority = 1;
		for (Step step : steps) {
			if (leg.isHungUp()) {
				return;
			}
			Leg.Position position = leg.position();
			String data = step.data().contains(Dialplan.FASTAGI) ? Dialplan.resolve(step.data(), this.fastAgi.get())
					: step.data();
			leg.position(
					new Leg.Position(position.context(), position.extension(), priority++, step.application(), data));
			if (leg.runsDialplan()) {
				this.events.step(leg);
			}
			execute(call, leg, step.application(), data);
		}
	}

	private void execute(SimulatedCall call, Leg leg, String application, String data) throws InterruptedException {
		switch (application) {
			case "Answer" -> answer(call, leg);
			case "AGI" -> runScript(call, leg, data);
			case "Wait" -> leg.hungUp().await(seconds(data).toNanos(), TimeUnit.NANOSECONDS);
			case "Hangup" -> call.hangUp(leg, NORMAL_CLEARING);
			case "Echo", "MusicOnHold" -> leg.hungUp().await();
			default -> logger.debug("{} runs {}, which does nothing here", leg.name(), application);
		}
	}

	private void answer(SimulatedCall call, Leg leg) {
		if (!leg.isUp()) {
			leg.up();
			this.events.up(leg);
			// An answer on either end of a pair of Local channels answers both
			Leg other = call.other(leg);
			other.up();
			this.events.up(other);
			call.decided().countDown();
		}
	}

	private static Duration seconds(String data) {
		try {
			return Duration.ofMillis(Math.round(Double.parseDouble(data) * 1000));
		}
		catch (NumberFormatException ex) {
			return Duration.ZERO;
		}
	}

	private void runScript(SimulatedCall call, Leg leg, String data) {
		CompletableFuture<AgiStatus> ended = new CompletableFuture<>();
		CountDownLatch placed = new CountDownLatch(1);
		AgiStatus status = AgiStatus.FAILURE;
		try {
			AgiCall script = caller(leg, data).listener(listener(call, leg, placed, ended)).call();
			leg.script(script);
			placed.countDown();
			if (leg.isHungUp()) {
				// The hang-up may have looked for the script before it was there to be
				// seen
				script.hangUp();
			}
			status = ended.join();
			leg.variables().putAll(script.variables());
		}
		catch (UncheckedIOException | IllegalArgumentException ex) {
			logger.debug("{} cannot run {}: {}", leg.name(), data, ex.toString());
		}
		finally {
			leg.script(null);
		}
		leg.variables().put("AGISTATUS", status.name());
		this.events.variableSet(leg, "AGISTATUS", status.name());
		if (status == AgiStatus.HANGUP) {
			call.hangUp(leg, 0);
		}
	}

	private AgiCaller caller(Leg leg, String data) {
		List<String> parts = List.of(data.split(",", -1));
		URI url = URI.create(parts.get(0));
		if (!"agi".equals(url.getScheme()) || url.getHost() == null) {
			throw new IllegalArgumentException("Only agi:// is simulated");
		}
		AgiCaller caller = AgiCaller.to(url.getHost(), (url.getPort() > 0) ? url.getPort() : 4573)
			.channel(leg.name())
			.uniqueid(leg.uniqueid())
			.dialplan(leg.position().context(), leg.position().extension(), leg.position().priority());
		if (url.getRawPath().length() > 1) {
			String query = (url.getRawQuery() != null) ? "?" + url.getRawQuery() : "";
			caller.script(url.getRawPath().substring(1) + query);
		}
		if (leg.isUp()) {
			caller.answered();
		}
		if (leg.callerId().isKnown()) {
			caller.callerId(leg.callerId().number(), leg.callerId().name());
		}
		leg.variables().forEach(caller::variable);
		parts.subList(1, parts.size()).forEach(caller::argument);
		this.customizer.accept(caller);
		return caller;
	}

	private AgiCallListener listener(SimulatedCall call, Leg leg, CountDownLatch placed,
			CompletableFuture<AgiStatus> ended) {
		return new AgiCallListener() {

			private int command;

			private boolean requested;

			private void awaitPlaced() {
				try {
					// Who sees a command begin may press a digit, which needs the script
					placed.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}

			@Override
			public void commandStarted(String line) {
				awaitPlaced();
				this.command = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
				LegRunner.this.events.commandStarted(leg, this.command, line);
			}

			@Override
			public void commandEnded(String line, int code) {
				LegRunner.this.events.commandEnded(leg, this.command, line, code);
			}

			@Override
			public void answered() {
				answer(call, leg);
			}

			@Override
			public void variableSet(String name, String value) {
				LegRunner.this.events.variableSet(leg, name, value);
			}

			@Override
			public void hangupRequested() {
				this.requested = true;
				LegRunner.this.events.requested("SoftHangupRequest", leg, CallEvents.BY_SCRIPT);
			}

			@Override
			public void hungUp() {
				// Asterisk keeps both channels until a script that hung up has ended
				if (!this.requested && !leg.isHungUp()) {
					call.hangUp(call.other(leg), 0);
				}
			}

			@Override
			public void ended(AgiStatus status) {
				ended.complete(status);
			}

		};
	}

}
