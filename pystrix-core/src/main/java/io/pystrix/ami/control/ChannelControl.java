package io.pystrix.ami.control;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.pystrix.ami.action.AtxferAction;
import io.pystrix.ami.action.BlindTransferAction;
import io.pystrix.ami.action.BridgeAction;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.MixMonitorAction;
import io.pystrix.ami.action.MuteAudioAction;
import io.pystrix.ami.action.MuteAudioDirection;
import io.pystrix.ami.action.ParkAction;
import io.pystrix.ami.action.PlayDTMFAction;
import io.pystrix.ami.action.RedirectAction;
import io.pystrix.ami.event.BlindTransferEvent;
import io.pystrix.ami.event.BridgeEnterEvent;
import io.pystrix.ami.event.ChanSpyStartEvent;
import io.pystrix.ami.event.ChannelEvent;
import io.pystrix.ami.event.ChannelSnapshot;
import io.pystrix.ami.event.ConfbridgeJoinEvent;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.MixMonitorStartEvent;
import io.pystrix.ami.event.MusicOnHoldStartEvent;
import io.pystrix.ami.event.NewextenEvent;
import io.pystrix.ami.event.ParkedCallEvent;
import io.pystrix.ami.event.UnParkedCallEvent;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.DialplanPosition;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a channel, whoever made it. How futures fail is said at
 * {@link Calls}.
 *
 * @since 0.1.0
 */
public final class ChannelControl {

	private static final Pattern DIGITS = Pattern.compile("[0-9A-D*#]+");

	private final Calls calls;

	private final String channel;

	private final Duration deadline;

	ChannelControl(Calls calls, String channel, Duration deadline) {
		this.calls = calls;
		this.channel = channel;
		this.deadline = deadline;
	}

	/**
	 * The same with another deadline.
	 * @param deadline how long Asterisk may take to tell what it has done
	 * @return the new controls
	 */
	public ChannelControl within(Duration deadline) {
		return new ChannelControl(this.calls, this.channel, deadline);
	}

	/**
	 * Hangs up.
	 * @return the event, when the channel is gone
	 */
	public CompletableFuture<HangupEvent> hangup() {
		return hangup(16);
	}

	/**
	 * Hangs up with a cause.
	 * @param cause what the far end is told, 1 to 127; 16 is a normal end
	 * @return the event, when the channel is gone
	 */
	public CompletableFuture<HangupEvent> hangup(int cause) {
		Names channel = names();
		return this.calls.outcomes()
			.perform(new HangupAction(channel.name()).cause(cause), this.deadline,
					(event) -> (event instanceof HangupEvent hangup && channel.are(hangup)) ? hangup : null);
	}

	/**
	 * Sends whom the channel is bridged with to an extension, and hangs the channel up.
	 * @param context the context
	 * @param exten the extension
	 * @return the event, when that is done; it does not tell whether there is such an
	 * extension
	 */
	public CompletableFuture<BlindTransferEvent> blindTransfer(String context, String exten) {
		Names channel = names();
		// The channel is hung up by the transfer, and the event may be late
		return this.calls.outcomes()
			.perform(new BlindTransferAction(channel.name(), context, exten), this.deadline,
					(event) -> (event instanceof BlindTransferEvent transfer && channel.are(transfer.transferer()))
							? transfer : null);
	}

	/**
	 * Connects the channel with an extension while whom it is bridged with waits.
	 * Asterisk (action_atxfer in main/manager.c, releases 13 to 23) does that by playing
	 * the keys of its feature {@code atxfer} as if they came from the channel:
	 * {@code features.conf} has to name them, the channel must be allowed to use them, by
	 * {@code t} or {@code T} of Dial for instance, and the extension must be one that can
	 * be dialled.
	 * @param context the context of the extension
	 * @param exten the extension, of keys only
	 * @return the consultation, when the channel is connected with the extension, which
	 * may still ring
	 */
	public CompletableFuture<Consultation> attendedTransfer(String context, String exten) {
		requireKeys(exten);
		Names channel = names();
		return act(new AtxferAction(channel.name(), exten).context(context), channel,
				(event) -> (event instanceof BridgeEnterEvent enter && channel.are(enter))
						? new Consultation(this.calls, channel, this.deadline) : null);
	}

	/**
	 * Has the channel go on at a place in the dialplan; whom it was bridged with is left
	 * alone.
	 * @param place the place
	 * @return the event of the first application there; fails with a
	 * {@link ChannelGoneException} if there is no such place
	 */
	public CompletableFuture<NewextenEvent> redirect(DialplanPosition place) {
		Names channel = names();
		return act(redirection(channel, place), channel, (event) -> arrival(event, channel, place));
	}

	/**
	 * Has the channel and another one, whom it is bridged with as a rule, go on at places
	 * in the dialplan at once.
	 * @param place the place for this channel
	 * @param other the name or the unique id of the other channel
	 * @param otherPlace the place for the other channel
	 * @return completed when both are there
	 */
	public CompletableFuture<Void> redirectBoth(DialplanPosition place, String other, DialplanPosition otherPlace) {
		Names channel = names();
		Names extra = names(other);
		RedirectAction action = redirection(channel, place).extraChannel(extra.name())
			.extraContext(otherPlace.context())
			.extraExten(otherPlace.exten())
			.extraPriority(otherPlace.priority());
		CompletableFuture<NewextenEvent> otherArrival = this.calls.outcomes()
			.await(unlessGone(extra, (event) -> arrival(event, extra, otherPlace)));
		CompletableFuture<NewextenEvent> both;
		try {
			both = act(action, channel, (event) -> arrival(event, channel, place));
		}
		catch (IllegalArgumentException ex) {
			otherArrival.cancel(false);
			throw ex;
		}
		both.whenComplete((step, failure) -> {
			if (failure != null) {
				otherArrival.completeExceptionally(failure);
			}
		});
		return this.calls.outcomes()
			.within(this.deadline, action.name(), otherArrival, otherArrival.thenCombine(both, (one, two) -> null));
	}

	/**
	 * Bridges the channel with another one. Where they were before, they leave.
	 * @param other the name or the unique id of the other channel
	 * @return the event of the one that came second, when both are in the bridge
	 */
	public CompletableFuture<BridgeEnterEvent> bridge(String other) {
		Names channel = names();
		Names second = names(other);
		Bridging bridging = new Bridging(channel, second);
		return act(new BridgeAction(channel.name(), second.name()), channel,
				unlessGone(second, (event) -> bridging.apply(event)));
	}

	/**
	 * Parks the channel in the default parking lot, for as long as is set there.
	 * @return the event, which tells the space
	 */
	public CompletableFuture<ParkedCallEvent> park() {
		return park(new ParkAction(names().name()));
	}

	/**
	 * Parks the channel.
	 * @param parkingLot the name of the parking lot
	 * @param timeout when it is sent back
	 * @return the event, which tells the space
	 */
	public CompletableFuture<ParkedCallEvent> park(String parkingLot, Duration timeout) {
		return park(new ParkAction(names().name()).parkinglot(parkingLot).timeout(timeout));
	}

	private CompletableFuture<ParkedCallEvent> park(ParkAction action) {
		Names channel = names();
		return act(action, channel,
				(event) -> (event instanceof ParkedCallEvent parked && channel.are(parked.parkee())) ? parked : null);
	}

	/**
	 * Gives the channel a parked call, at a place in the dialplan that is the space of
	 * that call. {@link Calls#retrieve} needs no such place.
	 * @param place the place
	 * @return the event, when both are connected
	 */
	public CompletableFuture<UnParkedCallEvent> retrieve(DialplanPosition place) {
		Names channel = names();
		return act(redirection(channel, place), channel,
				(event) -> (event instanceof UnParkedCallEvent retrieved && channel.are(retrieved.retriever()))
						? retrieved : null);
	}

	/**
	 * Sends the channel to a place in the dialplan where music on hold is played. AMI
	 * itself can play none; to end it is to send the channel elsewhere.
	 * @param place the place
	 * @return the event, when the music plays
	 */
	public CompletableFuture<MusicOnHoldStartEvent> musicOnHold(DialplanPosition place) {
		Names channel = names();
		return act(redirection(channel, place), channel,
				(event) -> (event instanceof MusicOnHoldStartEvent music && channel.are(music)) ? music : null);
	}

	/**
	 * Sends the channel to a place in the dialplan where it enters a conference of
	 * ConfBridge. {@link Calls#invite} needs no such place.
	 * @param place the place
	 * @return the event, when it takes part
	 */
	public CompletableFuture<ConfbridgeJoinEvent> joinConference(DialplanPosition place) {
		Names channel = names();
		return act(redirection(channel, place), channel,
				(event) -> (event instanceof ConfbridgeJoinEvent joined && channel.are(joined)) ? joined : null);
	}

	/**
	 * Silences the channel, or lets it be heard again. No event tells that, Asterisk's
	 * answer does.
	 * @param direction {@code IN} for what the party says, {@code OUT} for what it hears
	 * @param muted whether to silence it
	 * @return completed when it is done
	 */
	public CompletableFuture<Void> mute(MuteAudioDirection direction, boolean muted) {
		return this.calls.outcomes()
			.send(new MuteAudioAction(names().name(), direction, muted), this.deadline)
			.thenApply((response) -> null);
	}

	/**
	 * Records both sides of the channel. Needs Asterisk 16.17, 18.3 or later: earlier
	 * ones, 13 among them, record but raise no event for it, so the future fails with a
	 * {@link io.pystrix.ami.ManagerTimeoutException} (main/manager_channels.c).
	 * @param file the name of the file, with a format's suffix; relative to Asterisk's
	 * folder for recordings unless it begins with a slash
	 * @return the recording, when it has begun
	 */
	public CompletableFuture<MixMonitorRecording> record(String file) {
		return record(file, "");
	}

	/**
	 * Records both sides of the channel. Needs Asterisk 16.17, 18.3 or later: earlier
	 * ones, 13 among them, record but raise no event for it, so the future fails with a
	 * {@link io.pystrix.ami.ManagerTimeoutException} (main/manager_channels.c).
	 * @param file the name of the file
	 * @param options options of the application MixMonitor but {@code i}, such as
	 * {@code b} to record only while the channel is bridged
	 * @return the recording, when it has begun
	 */
	public CompletableFuture<MixMonitorRecording> record(String file, String options) {
		Names channel = names();
		// Asterisk tells the id of the recording only if a variable is to have it
		// (manager_mixmonitor in apps/app_mixmonitor.c, 13 to 23)
		MixMonitorAction action = new MixMonitorAction(channel.name()).file(file).options(options + "i(MIXMONITOR_ID)");
		return this.calls.outcomes()
			.perform(action, this.deadline,
					unlessGone(channel,
							(event) -> (event instanceof MixMonitorStartEvent started && channel.are(started)) ? started
									: null),
					(response, started) -> new MixMonitorRecording(this.calls, channel, response.mixMonitorId(),
							this.deadline));
	}

	/**
	 * Plays keys to the party, one after the other. No event tells that, Asterisk's
	 * answers do.
	 * @param digits the keys: digits, {@code A} to {@code D}, {@code *} and {@code #}
	 * @return completed when the last one has been played
	 */
	public CompletableFuture<Void> playDtmf(String digits) {
		requireKeys(digits);
		Names channel = names();
		CompletableFuture<AmiResponse> played = CompletableFuture.completedFuture(null);
		for (char digit : digits.toCharArray()) {
			played = played.thenCompose((before) -> this.calls.outcomes()
				.send(new PlayDTMFAction(channel.name(), String.valueOf(digit)), this.deadline));
		}
		return played.thenApply((last) -> null);
	}

	/**
	 * Calls a phone that then hears, or talks to, the channel.
	 * @param phone whom to call; what it is to be connected with is not heeded
	 * @param mode what the phone does
	 * @return the phone and the event, when it has begun; fails with a
	 * {@link CallEndedException} if that does not come about
	 */
	public CompletableFuture<Joined<ChanSpyStartEvent>> spy(DialRequest phone, SpyMode mode) {
		Names channel = names();
		return this.calls.join(phone.running("ChanSpy", channel.name() + "," + mode.options()),
				(event, spyer) -> (event instanceof ChanSpyStartEvent spying && channel.are(spying.spyee())
						&& Names.of(spyer).are(spying.spyer())) ? spying : null);
	}

	private <E> CompletableFuture<E> act(AmiAction<?> action, Names channel, Function<AmiEvent, @Nullable E> outcome) {
		return this.calls.outcomes().perform(action, this.deadline, unlessGone(channel, outcome));
	}

	static <E> Function<AmiEvent, @Nullable E> unlessGone(Names channel, Function<AmiEvent, @Nullable E> outcome) {
		return (event) -> {
			if (event instanceof HangupEvent hangup && channel.are(hangup)) {
				throw new ChannelGoneException(hangup);
			}
			return outcome.apply(event);
		};
	}

	private static RedirectAction redirection(Names channel, DialplanPosition place) {
		return new RedirectAction(channel.name(), place.context(), place.exten(), place.priority());
	}

	private static @Nullable NewextenEvent arrival(AmiEvent event, Names channel, DialplanPosition place) {
		return (event instanceof NewextenEvent step && channel.are(step) && place.context().equals(step.context())
				&& place.exten().equals(step.exten())) ? step : null;
	}

	private static void requireKeys(String digits) {
		if (!DIGITS.matcher(digits).matches()) {
			throw new IllegalArgumentException("Keys are 0 to 9, A to D, * and #, not \"" + digits + "\"");
		}
	}

	private Names names() {
		return names(this.channel);
	}

	private Names names(String channel) {
		AsteriskState state = this.calls.state();
		return state.channel(channel)
			.or(() -> state.channelByName(channel))
			.map((known) -> new Names(known.name(), known.uniqueid()))
			.orElse(Names.of(channel));
	}

	/**
	 * What a channel is called by; the same twice if only one of them is known.
	 */
	record Names(String name, String uniqueid) {

		static Names of(String channel) {
			return new Names(channel, channel);
		}

		boolean are(ChannelEvent event) {
			return this.uniqueid.equals(event.uniqueid()) || this.name.equals(event.channel());
		}

		boolean are(@Nullable ChannelSnapshot snapshot) {
			return snapshot != null
					&& (this.uniqueid.equals(snapshot.uniqueid()) || this.name.equals(snapshot.channel()));
		}

	}

	/**
	 * Two channels on their way into the same bridge.
	 */
	private static final class Bridging {

		private final Names one;

		private final Names two;

		private @Nullable String bridgeOfOne;

		private @Nullable String bridgeOfTwo;

		Bridging(Names one, Names two) {
			this.one = one;
			this.two = two;
		}

		@Nullable BridgeEnterEvent apply(AmiEvent event) {
			if (!(event instanceof BridgeEnterEvent enter)) {
				return null;
			}
			this.bridgeOfOne = this.one.are(enter) ? enter.bridgeUniqueid() : this.bridgeOfOne;
			this.bridgeOfTwo = this.two.are(enter) ? enter.bridgeUniqueid() : this.bridgeOfTwo;
			boolean isOneOfThem = this.one.are(enter) || this.two.are(enter);
			return (isOneOfThem && this.bridgeOfOne != null && Objects.equals(this.bridgeOfOne, this.bridgeOfTwo))
					? enter : null;
		}

	}

}
