package io.pystrix.test;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.agi.Database;
import io.pystrix.test.ami.AmiAccount;
import io.pystrix.test.ami.AmiSimulator;
import io.pystrix.test.pbx.Extension;
import io.pystrix.test.pbx.Pbx;
import io.pystrix.test.pbx.PbxPlan;
import io.pystrix.test.pbx.QueuePlan;
import io.pystrix.test.pbx.SimulatedCall;
import io.pystrix.test.release.AsteriskRelease;
import org.jspecify.annotations.Nullable;

/**
 * A whole Asterisk for a test or a demonstration: an AMI server on the loopback interface
 * and a dialplan whose extensions run FastAGI scripts.
 * <p>
 * An {@code Originate} of {@code Local/100@default} makes the pair of channels that
 * Asterisk makes, {@code …;1} and {@code …;2}. Extension 100 runs on {@code ;2}; on
 * {@code ;1} runs what the action names, an extension or one application. Both may run
 * scripts, call others, and be redirected, bridged and hung up. Events and errors are
 * those of the release that is played, Asterisk 22 by default.
 * {@link io.pystrix.test.pbx} says what is simulated, and which extensions are always
 * there.
 * <p>
 * {@code PlayDTMF} may name either channel: a script hears it in both cases, whereas in
 * Asterisk it hears only what is sent on the other end of the pair.
 * <p>
 * Every method may be called from any thread.
 *
 * @since 0.1.0
 */
public final class AsteriskSimulator implements AutoCloseable {

	private final AmiSimulator ami;

	private final Pbx pbx;

	private AsteriskSimulator(Builder builder) {
		this.ami = builder.ami.build();
		this.pbx = new Pbx(builder.plan, this.ami);
	}

	/**
	 * Describe a simulator.
	 * @return a builder with a free AMI port, no account, and a FastAGI server expected
	 * on the loopback interface's port 4573
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Start the AMI server. Does nothing if it is started.
	 * @return this
	 * @throws java.io.UncheckedIOException if the port is in use
	 */
	public AsteriskSimulator start() {
		this.ami.start();
		return this;
	}

	/**
	 * Stop as Asterisk does on {@code core stop now}: hang up all calls, tell every AMI
	 * client by a {@code Shutdown} event, close. It can be started again. For a stop
	 * without a word use {@code ami().stop()}.
	 */
	public void stop() {
		this.pbx.hangUpAll();
		this.ami.shutdown();
	}

	/**
	 * Become as good as new for the next test: all calls are hung up, queues and database
	 * are as they were in the beginning, and what was told to its AMI half since the
	 * start is {@linkplain AmiSimulator#reset() forgotten}. Connections stay.
	 */
	public void reset() {
		this.pbx.reset();
		this.ami.reset();
	}

	/**
	 * The same as {@link #stop()}.
	 */
	@Override
	public void close() {
		stop();
	}

	/**
	 * The AMI half, to inject events and faults and to see what was requested.
	 * @return the server
	 */
	public AmiSimulator ami() {
		return this.ami;
	}

	/**
	 * The calls that live.
	 * @return the calls, oldest first
	 */
	public List<SimulatedCall> calls() {
		return this.pbx.calls();
	}

	/**
	 * Find a call by one of its channels.
	 * @param channel the channel's name
	 * @return the call, or {@code null} if no such channel lives
	 */
	public @Nullable SimulatedCall call(String channel) {
		return this.pbx.call(channel);
	}

	/**
	 * The database that scripts and the actions {@code DBGet}, {@code DBPut} and
	 * {@code DBDel} share.
	 * @return the database
	 */
	public Database database() {
		return this.pbx.database();
	}

	/**
	 * Press digits in a call, as its caller would.
	 * @param channel the name of one of its channels
	 * @param digits one or more of {@code 0-9*#A-D}
	 * @throws IllegalArgumentException if no such channel lives
	 */
	public void press(String channel, String digits) {
		require(channel).press(digits);
	}

	/**
	 * Hang up a call.
	 * @param channel the name of one of its channels
	 * @throws IllegalArgumentException if no such channel lives
	 */
	public void hangUp(String channel) {
		require(channel).hangUp();
	}

	private SimulatedCall require(String channel) {
		SimulatedCall call = call(channel);
		if (call == null) {
			throw new IllegalArgumentException("No channel '" + channel + "' among " + calls());
		}
		return call;
	}

	/**
	 * Describes an {@link AsteriskSimulator}. Not thread-safe.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final AmiSimulator.Builder ami = AmiSimulator.builder();

		private final PbxPlan plan = new PbxPlan();

		private Builder() {
		}

		/**
		 * Choose the release of Asterisk to play, in AMI, in AGI and in what its channels
		 * do.
		 * @param release the release; {@link AsteriskRelease#V22} by default
		 * @return this
		 * @since 0.1.0
		 */
		public Builder release(AsteriskRelease release) {
			this.ami.release(release);
			return this;
		}

		/**
		 * Change what is not said here of the AMI server: its port (a free one by
		 * default), accounts, greeting, timing.
		 * @param change is given the AMI server's builder
		 * @return this
		 */
		public Builder ami(Consumer<AmiSimulator.Builder> change) {
			change.accept(this.ami);
			return this;
		}

		/**
		 * Choose the AMI server's port.
		 * @param port the port, or 0 (the default) for a free one
		 * @return this
		 */
		public Builder ami(int port) {
			this.ami.port(port);
			return this;
		}

		/**
		 * Let somebody log in by AMI, who may see and do everything.
		 * @param username the name
		 * @param secret the secret
		 * @return this
		 */
		public Builder account(String username, String secret) {
			return account(AmiAccount.of(username, secret));
		}

		/**
		 * Let somebody log in by AMI. May be said for several.
		 * @param account who, and what he may see and do
		 * @return this
		 */
		public Builder account(AmiAccount account) {
			this.ami.account(account);
			return this;
		}

		/**
		 * Say where the FastAGI server under test listens.
		 * @param host its host
		 * @param port its port
		 * @return this
		 */
		public Builder fastAgi(String host, int port) {
			return fastAgi(() -> new InetSocketAddress(host, port));
		}

		/**
		 * Say where the FastAGI server under test will listen.
		 * @param address asked at each call, so that the server may start later
		 * @return this
		 */
		public Builder fastAgi(Supplier<InetSocketAddress> address) {
			this.plan.fastAgi(address);
			return this;
		}

		/**
		 * Add an extension that answers, runs a FastAGI script, and hangs up.
		 * @param extension the extension, in context {@code default}
		 * @param script what stands behind the first slash of the script's URL
		 * @return this
		 */
		public Builder extension(String extension, String script) {
			return extension(extension, (steps) -> steps.answer().script(script).hangUp());
		}

		/**
		 * Add an extension that answers, waits, and hangs up.
		 * @param extension the extension, in context {@code default}
		 * @param duration how long to wait
		 * @return this
		 */
		public Builder extension(String extension, Duration duration) {
			return extension(extension, (steps) -> steps.answer().wait(duration).hangUp());
		}

		/**
		 * Add an extension, or replace one that is always there.
		 * @param extension the extension, in context {@code default}
		 * @param description is given the empty extension
		 * @return this
		 * @throws IllegalArgumentException if it is still empty then
		 */
		public Builder extension(String extension, Consumer<Extension> description) {
			this.plan.extension(extension, description);
			return this;
		}

		/**
		 * Add a queue. Extension {@code queue-NAME} leads to it.
		 * @param name its name
		 * @param description is given the queue, which has no members yet
		 * @return this
		 * @throws IllegalArgumentException if there is a queue of this name
		 */
		public Builder queue(String name, Consumer<QueuePlan> description) {
			this.plan.queue(name, description);
			return this;
		}

		/**
		 * Let the simulator's own time run faster: waiting, ringing, prompts and
		 * time-outs, also those of actions.
		 * @param factor how many times faster than real time; 1 by default
		 * @return this
		 * @throws IllegalArgumentException if it is not positive
		 */
		public Builder speed(double factor) {
			this.plan.speed(factor);
			return this;
		}

		/**
		 * Say how calls to scripts behave: how long prompts play, which digits are
		 * pressed when.
		 * @param customizer is given the description of each such call
		 * @return this
		 */
		public Builder scripts(Consumer<AgiCaller> customizer) {
			this.plan.scripts(customizer);
			return this;
		}

		/**
		 * Build it.
		 * @return a simulator that is not started
		 */
		public AsteriskSimulator build() {
			return new AsteriskSimulator(this);
		}

	}

}
