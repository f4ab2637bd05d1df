package io.pystrix.test.pbx;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.release.AsteriskRelease;

/**
 * Calls that are played on a real Asterisk with the configuration of this project, and on
 * the simulator. Each step waits until nothing more comes of the one before.
 */
enum Scenario {

	DIAL_ANSWERED {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.hangUp(ScenarioPlayer.other(connect(player)[0].get("Channel")));
		}
	},

	DIAL_CALLER_HANGS_UP {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			TracedEvent[] parties = connect(player);
			player.act("Action: Hangup", "Channel: " + parties[1].get("Channel"), "Cause: 17");
		}
	},

	DIAL_BUSY {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/dial-busy@default/n", "wait");
			player.await("OriginateResponse", "Reason: 0");
		}
	},

	DIAL_REJECTED {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/dial-hangup-21@default/n", "wait");
			player.await("OriginateResponse", "Reason: 0");
		}
	},

	DIAL_NOBODY {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/dial-nowhere@default/n", "wait");
			player.await("OriginateResponse", "Reason: 0");
		}
	},

	DIAL_ABANDONED {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/wait@default/n", "dial-noanswer", "CallerID: \"Al\" <11>", "Account: acc",
					"Variable: __V=1,W=2");
			TracedEvent dialled = player.await("DialState");
			player.awaitCount(2, "Newexten", "Application: Wait");
			player.hangUp(dialled.get("Channel"));
		}
	},

	ORIGINATE_RINGS_AND_DIALS(5) {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/dial-ring@default/n", "wait", "CallerID: \"Al\" <11>");
			String channel = player.await("OriginateResponse").get("Channel");
			player.awaitCount(3, "Newexten", "Application: Wait");
			player.awaitCount(2, "VarSet", "Variable: BRIDGEPEER");
			player.hangUp(channel);
		}
	},

	ORIGINATE_BUSY {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/busy@default/n", "wait");
			player.await("OriginateResponse", "Reason: 5");
		}
	},

	ORIGINATE_CONGESTION {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/congestion@default/n", "wait");
			player.await("OriginateResponse", "Reason: 8");
		}
	},

	ORIGINATE_REJECTED {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/hangup-21@default/n", "wait");
			player.await("OriginateResponse", "Reason: 0");
		}
	},

	ORIGINATE_NO_ANSWER(5) {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/noanswer@default/n", "wait", "Timeout: 500");
			player.await("OriginateResponse", "Reason: 3");
		}
	},

	ORIGINATE_NOBODY {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/nowhere@default/n", "wait", "Variable: V=1");
			player.await("OriginateResponse", "Reason: 0");
		}
	},

	REDIRECT_ONE {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/wait@default", "wait");
			String channel = player.await("OriginateResponse").get("Channel");
			player.awaitCount(2, "Newexten", "Application: Wait");
			redirect(player, channel, "echo");
			player.await("Newexten", "Application: Echo");
			redirect(player, channel, "nowhere");
		}
	},

	REDIRECT_THE_CALLER {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			TracedEvent[] parties = connect(player);
			redirect(player, parties[1].get("Channel"), "echo");
			player.await("Newexten", "Application: Echo");
			player.awaitCount(2, "Hangup");
			player.hangUp(ScenarioPlayer.other(parties[1].get("Channel")));
		}
	},

	REDIRECT_THE_CALLED {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			TracedEvent[] parties = connect(player);
			redirect(player, parties[0].get("Channel"), "echo");
			player.await("Newexten", "Application: Echo");
			player.awaitCount(2, "Hangup");
			player.hangUp(ScenarioPlayer.other(parties[0].get("Channel")));
		}
	},

	REDIRECT_BOTH {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			TracedEvent[] parties = connect(player);
			player.act("Action: Redirect", "Channel: " + parties[1].get("Channel"), "Context: default", "Exten: echo",
					"Priority: 1", "ExtraChannel: " + parties[0].get("Channel"), "ExtraContext: default",
					"ExtraExten: wait", "ExtraPriority: 1");
			player.await("Newexten", "Application: Echo");
			player.awaitCount(3, "Newexten", "Application: Wait");
			player.awaitCount(1, "BridgeDestroy");
			player.hangUp(parties[0].get("Channel"));
			player.awaitCount(2, "Hangup");
			player.hangUp(ScenarioPlayer.other(parties[1].get("Channel")));
		}
	},

	BLIND_TRANSFER_BY_THE_CALLER {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			TracedEvent[] parties = connect(player);
			transfer(player, parties[1].get("Channel"));
			player.hangUp(parties[0].get("Channel"));
		}
	},

	BLIND_TRANSFER_BY_THE_CALLED {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			TracedEvent[] parties = connect(player);
			transfer(player, parties[0].get("Channel"));
			player.hangUp(ScenarioPlayer.other(parties[1].get("Channel")));
		}
	},

	ATTENDED_TRANSFER {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			TracedEvent[] parties = connect(player);
			String transferer = parties[1].get("Channel");
			consult(player, transferer);
			player.hangUp(transferer);
			player.await("AttendedTransfer");
			player.awaitCount(1, "NewConnectedLine", "ChannelState: 6");
			player.awaitCount(2, "Hangup");
			player.hangUp(parties[0].get("Channel"));
		}
	},

	ATTENDED_TRANSFER_CANCELLED {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			TracedEvent[] parties = connect(player);
			String transferer = parties[1].get("Channel");
			consult(player, transferer);
			player.act("Action: CancelAtxfer", "Channel: " + transferer);
			player.await("Unhold");
			player.awaitCount(1, "NewConnectedLine", "ChannelState: 6");
			player.awaitCount(2, "Hangup");
			player.hangUp(parties[0].get("Channel"));
		}
	},

	BRIDGE {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/wait@default/n", "wait");
			String first = player.await("OriginateResponse").get("Channel");
			player.awaitCount(2, "Newexten", "Application: Wait");
			player.originate("Local/wait@default/n", "wait");
			String second = player.await("OriginateResponse").get("Channel");
			player.awaitCount(4, "Newexten", "Application: Wait");
			player.act("Action: Bridge", "Channel1: " + first, "Channel2: " + second);
			player.awaitCount(2, "VarSet", "Variable: BRIDGEPEER");
			player.act("Action: Hangup", "Channel: " + first, "Cause: 16");
		}
	},

	PARK_AND_RETRIEVE {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/wait@default/n", "wait");
			String channel = player.await("OriginateResponse").get("Channel");
			player.awaitCount(2, "Newexten", "Application: Wait");
			player.act("Action: Park", "Channel: " + channel);
			player.await("MusicOnHoldStart");
			player.originate("Local/wait@default/n", "701");
			player.await("UnParkedCall");
			player.awaitCount(3, "Newexten", "Application: Wait");
			player.awaitCount(2, "VarSet", "Variable: BRIDGEPEER");
			player.hangUp(channel);
		}
	},

	PARK_A_PARTY_UNTIL_TIME_OUT(5) {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			TracedEvent[] parties = connect(player);
			player.act("Action: Park", "Channel: " + parties[0].get("Channel"),
					"TimeoutChannel: " + parties[1].get("Channel"), "Timeout: 1000");
			player.await("ParkedCallTimeOut");
		}
	},

	PARK_BY_DIALPLAN(5) {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/wait@default/n", "park");
			String channel = player.await("ParkedCall").get("ParkeeChannel");
			player.await("MusicOnHoldStart");
			player.hangUp(channel);
			player.await("ParkedCallGiveUp");
		}
	},

	QUEUE_ANSWERED(5) {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/wait@default/n", "queue");
			String member = player.await("AgentConnect").get("DestChannel");
			player.awaitCount(3, "Newexten", "Application: Wait");
			player.awaitCount(2, "VarSet", "Variable: BRIDGEPEER");
			player.hangUp(ScenarioPlayer.other(member));
			player.await("AgentComplete");
		}
	},

	QUEUE_ABANDONED(0.1) {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/wait@default/n", "queue");
			TracedEvent ringing = player.await("DialState", "DialStatus: RINGING", "Exten: queue");
			player.awaitCount(2, "Newexten", "Application: Wait");
			player.hangUp(ringing.get("Channel"));
		}
	},

	QUEUE_REDIRECTED(0.1) {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/wait@default/n", "queue");
			TracedEvent ringing = player.await("DialState", "DialStatus: RINGING", "Exten: queue");
			player.awaitCount(2, "Newexten", "Application: Wait");
			redirect(player, ringing.get("Channel"), "echo");
			player.await("Newexten", "Application: Echo");
			player.awaitCount(2, "Hangup");
			player.hangUp(ringing.get("Channel"));
		}
	},

	QUEUE_MEMBERS_DO_NOT_ANSWER(5) {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			for (String member : new String[] { "busy", "noanswer" }) {
				player.act("Action: QueueAdd", "Queue: empty", "Interface: Local/" + member + "@default/n",
						"MemberName: " + member);
				player.await("QueueMemberAdded");
			}
			player.originate("Local/wait@default/n", "queue-empty");
			TracedEvent unanswered = player.await("AgentRingNoAnswer", "MemberName: noanswer");
			player.awaitCount(4, "Hangup");
			player.hangUp(unanswered.get("Channel"));
			player.await("QueueCallerLeave");
			for (String member : new String[] { "busy", "noanswer" }) {
				awaitIdle(player, member);
				player.act("Action: QueuePause", "Queue: empty", "Interface: Local/" + member + "@default/n",
						"Paused: true", "Reason: lunch");
				player.await("QueueMemberPause");
				player.act("Action: QueueRemove", "Queue: empty", "Interface: Local/" + member + "@default/n");
				player.await("QueueMemberRemoved");
			}
		}
	},

	CONFERENCE {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/wait@default/n", "conference-x");
			String first = player.await("ConfbridgeJoin").get("Channel");
			player.awaitCount(1, "Newexten", "Application: Wait");
			player.originate("Local/wait@default/n", "conference-x");
			String second = player.await("ConfbridgeJoin").get("Channel");
			player.awaitCount(2, "Newexten", "Application: Wait");
			player.act("Action: ConfbridgeMute", "Conference: x", "Channel: " + second);
			player.await("ConfbridgeMute");
			player.act("Action: ConfbridgeUnmute", "Conference: x", "Channel: " + second);
			player.await("ConfbridgeUnmute");
			player.act("Action: ConfbridgeKick", "Conference: x", "Channel: " + second);
			player.awaitCount(2, "Hangup");
			player.awaitCount(2, "MusicOnHoldStart");
			player.hangUp(first);
			player.await("ConfbridgeEnd");
		}
	},

	RECORDING {
		@Override
		void play(ScenarioPlayer player) throws IOException {
			player.originate("Local/wait@default/n", "music");
			TracedEvent music = player.await("MusicOnHoldStart");
			player.awaitCount(1, "Newexten", "Application: Wait");
			player.act("Action: MixMonitor", "Channel: " + music.get("Channel"), "File: scenario.wav");
			player.await("MixMonitorStart");
			player.act("Action: MixMonitorMute", "Channel: " + music.get("Channel"), "Direction: both", "State: 1");
			player.await("MixMonitorMute");
			player.act("Action: StopMixMonitor", "Channel: " + music.get("Channel"));
			player.await("MixMonitorStop");
			player.hangUp(music.get("Channel"));
		}
	};

	private final double speed;

	Scenario() {
		this(1);
	}

	/**
	 * A scenario in which something has to happen by itself, or must not.
	 * @param speed how fast the simulator's time runs: quick where it is waited for, slow
	 * where the player has to be faster
	 */
	Scenario(double speed) {
		this.speed = speed;
	}

	abstract void play(ScenarioPlayer player) throws IOException;

	/**
	 * The file of what Asterisk raised.
	 */
	String fileName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".raw";
	}

	/**
	 * A simulator that has what asterisk/config has.
	 */
	AsteriskSimulator simulator(AsteriskRelease release) {
		AsteriskSimulator.Builder builder = AsteriskSimulator.builder()
			.release(release)
			.account("admin", "wordpass")
			.speed(this.speed);
		dial(builder, "wait", "ANSWER");
		dial(builder, "ring", "ANSWER");
		dial(builder, "busy", "BUSY");
		dial(builder, "noanswer", "NOANSWER");
		dial(builder, "hangup-21", "CHANUNAVAIL");
		dial(builder, "nowhere", "CHANUNAVAIL");
		return builder.extension("200", (steps) -> steps.goTo("wait"))
			.extension("queue", (steps) -> steps.answer().queue("support").hangUp())
			.extension("queue-member",
					(steps) -> steps.ringing().application("Wait", "1").answer().application("Wait", "60").hangUp())
			.extension("music", (steps) -> steps.answer().application("MusicOnHold", "default,60").hangUp())
			.queue("support", (queue) -> queue.timeout(Duration.ofSeconds(10))
				.retry(Duration.ofSeconds(1))
				.serviceLevel(20)
				.member("queue-member", (member) -> member.name("Member One").stateInterface("Custom:member-one")))
			.queue("empty",
					(queue) -> queue.strategy("rrmemory").timeout(Duration.ofSeconds(5)).retry(Duration.ofMinutes(10)))
			.build();
	}

	private static void dial(AsteriskSimulator.Builder builder, String target, String status) {
		builder.extension("dial-" + target,
				(steps) -> steps.application("Dial", "Local/" + target + "@default,20,tTkK")
					.application("Verbose", "2,DIALSTATUS=" + status)
					.application("UserEvent", "DialDone,DialStatus: " + status + ",Target: " + target)
					.hangUp());
	}

	/**
	 * Let two talk.
	 * @return the events by which the called and the caller entered their bridge
	 */
	private static TracedEvent[] connect(ScenarioPlayer player) throws IOException {
		player.originate("Local/wait@default/n", "dial-wait");
		TracedEvent called = player.await("BridgeEnter");
		TracedEvent caller = player.await("BridgeEnter");
		player.awaitCount(2, "Newexten", "Application: Wait");
		player.awaitCount(2, "VarSet", "Variable: BRIDGEPEER");
		return new TracedEvent[] { called, caller };
	}

	/**
	 * Wait until the queue has learned that a member's device is idle again, which
	 * Asterisk tells it some time after the call.
	 */
	private static void awaitIdle(ScenarioPlayer player, String member) throws IOException {
		String interfaceName = "Local/" + member + "@default/n";
		do {
			player.act("Action: QueueStatus", "Queue: empty", "Member: " + interfaceName);
		}
		while (!player.await("QueueMember", "Location: " + interfaceName).get("Status").equals("1"));
	}

	private static void redirect(ScenarioPlayer player, String channel, String extension) throws IOException {
		player.act("Action: Redirect", "Channel: " + channel, "Context: default", "Exten: " + extension, "Priority: 1");
	}

	private static void transfer(ScenarioPlayer player, String channel) throws IOException {
		player.act("Action: BlindTransfer", "Channel: " + channel, "Context: default", "Exten: echo");
		player.await("Newexten", "Application: Echo");
		player.awaitCount(2, "Hangup");
	}

	private static void consult(ScenarioPlayer player, String channel) throws IOException {
		player.act("Action: Atxfer", "Channel: " + channel, "Context: default", "Exten: 200");
		player.awaitCount(3, "DialEnd");
		player.awaitCount(4, "BridgeEnter");
		player.awaitCount(3, "Newexten", "Application: Wait");
	}

}
