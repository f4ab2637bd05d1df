package io.pystrix.test.pbx;

import java.time.Duration;

import io.pystrix.test.ami.AmiFrame;

/**
 * The applications that concern one channel only.
 */
final class BasicApplications {

	private final Monitor monitor;

	private final Channels channels;

	private final Events events;

	BasicApplications(Monitor monitor, Channels channels, Events events) {
		this.monitor = monitor;
		this.channels = channels;
		this.events = events;
	}

	void addTo(Applications applications) {
		applications.add("Answer", (channel, data) -> this.channels.answer(channel));
		applications.add("Ringing", (channel, data) -> this.channels.ring(channel));
		applications.add("Wait", (channel, data) -> pause(channel, seconds(data)));
		applications.add("Echo", (channel, data) -> this.monitor.await(channel::isInterrupted));
		applications.add("MusicOnHold", this::music);
		applications.add("Busy", (channel, data) -> refuse(channel, data, Channel.Progress.BUSY, 17));
		applications.add("Congestion", (channel, data) -> refuse(channel, data, Channel.Progress.CONGESTION, 34));
		applications.add("Hangup", this::hangUp);
		applications.add("Goto", this::goTo);
		applications.add("Set", this::set);
		applications.add("UserEvent", this::userEvent);
	}

	private void pause(Channel channel, Duration duration) throws InterruptedException {
		this.monitor.await(this.monitor.after(duration), channel::isInterrupted);
	}

	private void music(Channel channel, String data) throws InterruptedException {
		this.events.musicStarts(channel);
		String[] parts = data.split(",", -1);
		if (parts.length > 1) {
			pause(channel, seconds(parts[1]));
		}
		else {
			this.monitor.await(channel::isInterrupted);
		}
		this.events.musicStops(channel);
	}

	private void refuse(Channel channel, String data, Channel.Progress progress, int cause)
			throws InterruptedException {
		this.channels.refuse(channel, progress, cause);
		pause(channel, seconds(data));
		channel.hangUp(0);
	}

	private void hangUp(Channel channel, String data) {
		int wanted = data.matches("\\d{1,3}") ? Integer.parseInt(data) : 0;
		channel.hangUp((wanted == 0 && channel.cause == 0) ? Events.EXPLICIT : wanted);
	}

	private void goTo(Channel channel, String data) {
		String[] parts = data.split(",", -1);
		int last = parts.length - 1;
		Position here = channel.position;
		String context = (last > 1) ? parts[0] : here.context();
		String extension = (last > 0) ? parts[last - 1] : here.extension();
		channel.goal = new Position(context, extension,
				parts[last].matches("\\d{1,5}") ? Integer.parseInt(parts[last]) : 1);
	}

	private void set(Channel channel, String data) {
		int equals = data.indexOf('=');
		if (equals > 0) {
			this.channels.variable(channel, data.substring(0, equals), data.substring(equals + 1));
		}
	}

	private void userEvent(Channel channel, String data) {
		String[] parts = data.split(",");
		AmiFrame headers = AmiFrame.empty();
		for (int i = 1; i < parts.length; i++) {
			int colon = parts[i].indexOf(':');
			if (colon > 0) {
				headers = headers.with(parts[i].substring(0, colon), parts[i].substring(colon + 1).strip());
			}
		}
		this.events.user(channel, parts[0], headers);
	}

	/**
	 * Read a number of seconds; what is none is no time.
	 */
	static Duration seconds(String text) {
		return text.matches("\\d{1,8}(\\.\\d{1,9})?") ? Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000))
				: Duration.ZERO;
	}

}
