package io.pystrix.test.pbx;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCallListener;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.agi.AgiStatus;
import io.pystrix.test.agi.Database;
import io.pystrix.test.release.AsteriskRelease;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code AGI}: runs a FastAGI script. The conversation has a thread of its own, the
 * channel's thread waits for its end.
 */
final class AgiApplication implements Application {

	private static final Logger logger = LoggerFactory.getLogger(AgiApplication.class);

	private final Monitor monitor;

	private final Channels channels;

	private final Events events;

	private final Database database;

	private final AsteriskRelease release;

	private final Supplier<InetSocketAddress> fastAgi;

	private final Consumer<AgiCaller> customizer;

	AgiApplication(Monitor monitor, Channels channels, Events events, Database database, AsteriskRelease release,
			Supplier<InetSocketAddress> fastAgi, Consumer<AgiCaller> customizer) {
		this.monitor = monitor;
		this.channels = channels;
		this.events = events;
		this.database = database;
		this.release = release;
		this.fastAgi = fastAgi;
		this.customizer = customizer;
	}

	@Override
	public void run(Channel channel, String data) throws InterruptedException {
		AgiStatus status = AgiStatus.FAILURE;
		try {
			Conversation conversation = new Conversation(channel);
			AgiCaller caller = caller(channel, data).listener(conversation);
			AgiCall script = this.monitor.unlocked(caller::call);
			channel.script = script;
			conversation.placed = true;
			if (channel.isInterrupted()) {
				// It happened while there was no script to be told
				script.hangUp();
			}
			if (channel.stopping) {
				script.close();
			}
			this.monitor.await(() -> conversation.status != null);
			status = (conversation.status != null) ? conversation.status : status;
			channel.variables.putAll(script.variables());
		}
		catch (InterruptedException ex) {
			throw ex;
		}
		catch (Exception ex) {
			logger.debug("{} cannot run {}: {}", channel, data, ex.toString());
		}
		finally {
			channel.script = null;
		}
		this.channels.variable(channel, "AGISTATUS", status.name());
		if (status == AgiStatus.HANGUP && !channel.isInterrupted()) {
			channel.hangUp(0);
		}
	}

	private AgiCaller caller(Channel channel, String data) {
		InetSocketAddress server = this.fastAgi.get();
		List<String> parts = List
			.of(data.replace(Dialplan.FASTAGI, server.getHostString() + ":" + server.getPort()).split(",", -1));
		channel.data = String.join(",", parts);
		URI url = URI.create(parts.get(0));
		if (!"agi".equals(url.getScheme()) || url.getHost() == null) {
			throw new IllegalArgumentException("Only agi:// is simulated");
		}
		AgiCaller caller = AgiCaller.to(url.getHost(), (url.getPort() > 0) ? url.getPort() : 4573)
			.release(this.release)
			.channel(channel.name)
			.uniqueid(channel.uniqueid)
			.dialplan(channel.position.context(), channel.position.extension(), channel.position.priority())
			.environment("accountcode", channel.accountCode)
			.speed(this.monitor.speed());
		if (url.getRawPath().length() > 1) {
			String query = (url.getRawQuery() != null) ? "?" + url.getRawQuery() : "";
			caller.script(url.getRawPath().substring(1) + query);
		}
		if (channel.isUp()) {
			caller.answered();
		}
		if (channel.callerId.isKnown()) {
			caller.callerId(channel.callerId.number(), channel.callerId.name());
		}
		channel.variables.forEach(caller::variable);
		parts.subList(1, parts.size()).forEach(caller::argument);
		this.customizer.accept(caller);
		return caller.database(this.database);
	}

	/**
	 * What the script's commands do to its channel. Runs on the thread of the
	 * conversation.
	 */
	private final class Conversation implements AgiCallListener {

		private final Channel channel;

		private int command;

		private boolean requested;

		private boolean placed;

		private @Nullable AgiStatus status;

		Conversation(Channel channel) {
			this.channel = channel;
		}

		@Override
		public void commandStarted(String line) {
			AgiApplication.this.monitor.run(() -> {
				try {
					// Who sees a command begin may press a digit, which needs the script
					AgiApplication.this.monitor.await(() -> this.placed);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				this.command = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
				AgiApplication.this.events.commandStarted(this.channel, this.command, line);
			});
		}

		@Override
		public void commandEnded(String line, int code) {
			AgiApplication.this.monitor
				.run(() -> AgiApplication.this.events.commandEnded(this.channel, this.command, line, code));
		}

		@Override
		public void answered() {
			AgiApplication.this.monitor.run(() -> AgiApplication.this.channels.answer(this.channel));
		}

		@Override
		public void variableSet(String name, String value) {
			AgiApplication.this.monitor.run(() -> AgiApplication.this.channels.variable(this.channel, name, value));
		}

		@Override
		public void hangupRequested() {
			AgiApplication.this.monitor.run(() -> {
				this.requested = true;
				AgiApplication.this.events.softHangupRequested(this.channel, Events.BY_SCRIPT);
			});
		}

		@Override
		public void hungUp() {
			AgiApplication.this.monitor.run(() -> {
				Channel other = this.channel.livingOther();
				// Asterisk keeps both channels until a script that hung up has ended
				if (!this.requested && !this.channel.isInterrupted() && other != null) {
					other.hangUp(0);
				}
			});
		}

		@Override
		public void ended(AgiStatus status) {
			AgiApplication.this.monitor.run(() -> this.status = status);
		}

	}

}
