package io.pystrix.integration;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.pystrix.ami.action.AgentLogoffAction;
import io.pystrix.ami.action.AgentsAction;
import io.pystrix.ami.action.QueueAddAction;
import io.pystrix.ami.action.QueueChangePriorityCallerAction;
import io.pystrix.ami.action.QueueLogAction;
import io.pystrix.ami.action.QueueMemberRingInUseAction;
import io.pystrix.ami.action.QueuePauseAction;
import io.pystrix.ami.action.QueuePenaltyAction;
import io.pystrix.ami.action.QueueReloadAction;
import io.pystrix.ami.action.QueueRemoveAction;
import io.pystrix.ami.action.QueueResetAction;
import io.pystrix.ami.action.QueueRuleAction;
import io.pystrix.ami.action.QueueStatusAction;
import io.pystrix.ami.action.QueueSummaryAction;
import io.pystrix.ami.action.QueueWithdrawCallerAction;
import io.pystrix.ami.event.AgentStatus;
import io.pystrix.ami.event.AgentsEvent;
import io.pystrix.ami.event.QueueCallerJoinEvent;
import io.pystrix.ami.event.QueueCallerLeaveEvent;
import io.pystrix.ami.event.QueueMemberAddedEvent;
import io.pystrix.ami.event.QueueMemberEvent;
import io.pystrix.ami.event.QueueMemberPauseEvent;
import io.pystrix.ami.event.QueueMemberPenaltyEvent;
import io.pystrix.ami.event.QueueMemberRemovedEvent;
import io.pystrix.ami.event.QueueMemberRinginuseEvent;
import io.pystrix.ami.event.QueueMembership;
import io.pystrix.ami.event.QueueParamsEvent;
import io.pystrix.ami.event.QueueSummaryEvent;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The actions on queues and agents.
 */
@RealAsterisk.Required
class QueueActionsIntegrationTests extends ActionsSupport {

	private static final String MEMBER = "Local/api-member@default/n";

	@Test
	void memberComesIsChangedAndGoes() throws Exception {
		QueueMemberAddedEvent added = soon(this.manager
			.perform(new QueueAddAction("empty", MEMBER).memberName("Api").penalty(3).stateInterface("Custom:api")));
		assertThat(added.memberName()).isEqualTo("Api");
		assertThat(added.membership()).isEqualTo(QueueMembership.DYNAMIC);
		assertThat(added.penalty()).hasValue(3);
		assertThat(added.lastCall()).as("never").isNull();
		QueueMemberPauseEvent paused = soon(
				this.manager.perform(new QueuePauseAction(MEMBER, true).queue("empty").reason("lunch")));
		assertThat(paused.paused()).isTrue();
		assertThat(paused.pausedReason()).isEqualTo("lunch");
		CompletableFuture<QueueMemberPenaltyEvent> penalty = next(QueueMemberPenaltyEvent.class);
		succeeds(new QueuePenaltyAction(MEMBER, 5).queue("empty"));
		assertThat(soon(penalty).penalty()).hasValue(5);
		CompletableFuture<QueueMemberRinginuseEvent> ringInUse = next(QueueMemberRinginuseEvent.class);
		succeeds(new QueueMemberRingInUseAction(MEMBER, false).queue("empty"));
		assertThat(soon(ringInUse).ringinuse()).isFalse();
		QueueMemberRemovedEvent removed = soon(this.manager.perform(new QueueRemoveAction("empty", MEMBER)));
		assertThat(removed.interfaceName()).isEqualTo(MEMBER);
		isRefused(new QueueRemoveAction("empty", MEMBER), "Not there");
	}

	@Test
	void statusIsAListOfDifferentEvents() {
		EventList<AmiEvent> status = send(new QueueStatusAction().queue("support"));
		assertThat(status.isConsistent()).isTrue();
		assertThat(status).hasAtLeastOneElementOfType(QueueParamsEvent.class)
			.hasAtLeastOneElementOfType(QueueMemberEvent.class);
		assertThat(status.stream()
			.filter(QueueMemberEvent.class::isInstance)
			.map((event) -> ((QueueMemberEvent) event).memberName())).contains("Member One");
		assertThat(send(new QueueSummaryAction().queue("support"))).extracting(QueueSummaryEvent::queue)
			.isEqualTo(List.of("support"));
	}

	@Test
	void rulesLogAndReload() {
		assertThat(send(new QueueRuleAction()).rules()).isNotNull();
		succeeds(new QueueLogAction("empty", "API").message("hello"));
		succeeds(new QueueReloadAction().rules(true).members(false).parameters(false));
		succeeds(new QueueResetAction().queue("empty"));
	}

	@Test
	void callerIsMovedUpAndSentAway() throws Exception {
		CompletableFuture<QueueCallerJoinEvent> joined = this.manager.nextEvent(QueueCallerJoinEvent.class,
				(event) -> event.queue().equals("empty"));
		call("queue-empty");
		String caller = soon(joined).channel();
		succeeds(new QueueChangePriorityCallerAction("empty", caller, 5).immediate(true));
		CompletableFuture<QueueCallerLeaveEvent> left = this.manager.nextEvent(QueueCallerLeaveEvent.class,
				(event) -> event.channel().equals(caller));
		succeeds(new QueueWithdrawCallerAction("empty", caller).withdrawInfo("closed"));
		assertThat(soon(left).queue()).isEqualTo("empty");
		hangUp("queue-empty");
	}

	@Test
	void agents() {
		assertThat(send(new AgentsAction())).extracting(AgentsEvent::status)
			.allSatisfy((status) -> assertThat(status).isNotEqualTo(AgentStatus.UNKNOWN));
		isRefused(new AgentLogoffAction("nobody").soft(true), "No such agent");
	}

}
