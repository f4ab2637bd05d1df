package io.pystrix.ami;

import java.util.concurrent.CompletableFuture;

import io.pystrix.ami.action.CoreShowChannelMapAction;
import io.pystrix.ami.action.FAXStatsAction;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.PJSIPShowEndpointsAction;
import io.pystrix.ami.action.QueuePauseAction;
import io.pystrix.ami.action.VoicemailUsersListAction;
import io.pystrix.ami.event.EndpointListEvent;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.QueueMemberPauseEvent;
import io.pystrix.ami.message.EventList;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How Asterisk answers otherwise than by one response or a whole list.
 */
class ManagerTypedActionTests extends ManagerTestSupport {

	@BeforeEach
	void connect() {
		this.manager.connect();
	}

	@Test
	void errorThatSaysThatThereIsNothingIsAnEmptyList() {
		this.asterisk.on("PJSIPShowEndpoints", (request) -> AmiAnswer.error("No endpoints found\n"));
		EventList<EndpointListEvent> list = this.manager.sendAction(new PJSIPShowEndpointsAction());
		assertThat(list).isEmpty();
		assertThat(list.isConsistent()).isTrue();
		assertThat(list.complete()).isNull();
		assertThat(list).hasToString("0 events, ended by the response");
	}

	@Test
	void successThatSaysThatThereIsNothingIsAnEmptyListToo() {
		this.asterisk.on("VoicemailUsersList",
				(request) -> AmiAnswer.success("There are no voicemail users currently defined."));
		assertThat(this.manager.sendAction(new VoicemailUsersListAction())).isEmpty();
	}

	@Test
	void anyOtherErrorIsAnException() {
		this.asterisk.on("PJSIPShowEndpoints", (request) -> AmiAnswer.error("Permission denied"));
		assertThatExceptionOfType(ActionFailedException.class)
			.isThrownBy(() -> this.manager.sendAction(new PJSIPShowEndpointsAction()));
		assertThat(this.manager.exchange(new PJSIPShowEndpointsAction()).isSuccess()).isFalse();
	}

	@Test
	void errorAfterTheStartOfAListEndsIt() {
		this.asterisk.on("CoreShowChannelMap",
				(request) -> AmiAnswer.of(AmiFrame.response("Success").with("EventList", "start"),
						AmiFrame.response("Error").with("Message", "Could not get channel snapshot")));
		assertThatExceptionOfType(ActionFailedException.class)
			.isThrownBy(() -> this.manager.sendAction(new CoreShowChannelMapAction().channel("x")))
			.withMessageContaining("snapshot");
	}

	@Test
	void oneEventMayBeTheWholeAnswer() {
		this.asterisk.on("FAXStats", (request) -> AmiAnswer.of(AmiFrame.response("Success"),
				AmiFrame.event("FAXStats").with("ActionID", request.actionId()).with("CurrentSessions", "2")));
		assertThat(this.manager.sendAction(new FAXStatsAction()).currentSessions()).hasValue(2);
	}

	@Test
	void hangupIsPerformedWhenTheChannelIsGone() {
		this.asterisk.on("Hangup",
				(request) -> AmiAnswer.of(AmiFrame.response("Success"), gone("PJSIP/2-2"), gone("pjsip/1-1")));
		CompletableFuture<HangupEvent> gone = this.manager.perform(new HangupAction("PJSIP/1-1"));
		assertThat(gone.join().channel()).isEqualTo("pjsip/1-1");
	}

	@Test
	void channelMayBeNamedByItsId() {
		this.asterisk.on("Hangup", (request) -> AmiAnswer.of(AmiFrame.response("Success"), gone("PJSIP/1-1")));
		assertThat(this.manager.perform(new HangupAction("PJSIP/1-1-id")).join().channel()).isEqualTo("PJSIP/1-1");
	}

	@Test
	void refusalFailsTheOutcome() {
		this.asterisk.on("Hangup", (request) -> AmiAnswer.error("No such channel"));
		assertThat(this.manager.perform(new HangupAction("x")).handle((value, failure) -> failure).join())
			.isInstanceOf(ActionFailedException.class);
	}

	@Test
	void outcomeAgreesWithWhatTheActionSays() {
		this.asterisk.on("QueuePause", (request) -> AmiAnswer.of(AmiFrame.response("Success"), paused("sales", "b"),
				paused("support", "a"), paused("sales", "a")));
		QueueMemberPauseEvent paused = this.manager.perform(new QueuePauseAction("a", true).queue("sales")).join();
		assertThat(paused.queue()).isEqualTo("sales");
		assertThat(paused.interfaceName()).isEqualTo("a");
		assertThat(this.manager.perform(new QueuePauseAction("a", true)).join().queue()).isEqualTo("support");
	}

	private static AmiFrame gone(String channel) {
		return AmiFrame.event("Hangup").with("Channel", channel).with("Uniqueid", channel + "-id");
	}

	private static AmiFrame paused(String queue, String member) {
		return AmiFrame.event("QueueMemberPause").with("Queue", queue).with("Interface", member);
	}

}
