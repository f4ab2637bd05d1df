package io.pystrix.ami.action;

import java.time.Duration;

import io.pystrix.ami.message.AmiAction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ActionsTests {

	@Test
	void stepsOfUpdateConfigAreNumberedWithoutGaps() {
		assertThat(lines(new UpdateConfigAction("a.conf", "b.conf").newCategory("x")
			.reload("app_queue")
			.append("x", "k", "v")
			.update("x", "k", "v2", "v")
			.insert("x", 0, "first", "1")
			.delete("x", "k")
			.renameCategory("x", "y")
			.deleteCategory("y"))).containsExactly("SrcFilename: a.conf", "DstFilename: b.conf",
					"Action-000000: NewCat", "Cat-000000: x", "Reload: app_queue", "Action-000001: Append",
					"Cat-000001: x", "Var-000001: k", "Value-000001: v", "Action-000002: Update", "Cat-000002: x",
					"Var-000002: k", "Value-000002: v2", "Match-000002: v", "Action-000003: Insert", "Cat-000003: x",
					"Var-000003: first", "Value-000003: 1", "Line-000003: 0", "Action-000004: Delete", "Cat-000004: x",
					"Var-000004: k", "Action-000005: RenameCat", "Cat-000005: x", "Value-000005: y",
					"Action-000006: DelCat", "Cat-000006: y");
	}

	@Test
	void valuesAreWrittenAsAsteriskReadsThem() {
		assertThat(lines(new ParkAction("a").timeout(Duration.ofSeconds(45)))).contains("Timeout: 45000");
		assertThat(lines(new AbsoluteTimeoutAction("a", Duration.ofMinutes(1)))).contains("Timeout: 60");
		assertThat(lines(new QueueReloadAction().members(true).rules(false))).containsExactly("Members: yes",
				"Rules: no");
		assertThat(lines(new MuteAudioAction("a", MuteAudioDirection.ALL, true))).containsExactly("Channel: a",
				"Direction: all", "State: on");
		assertThat(lines(new QueuePauseAction("a", false))).containsExactly("Interface: a", "Paused: false");
		assertThat(lines(new ModuleLoadAction(LoadType.RELOAD).module("app_queue"))).containsExactly("LoadType: reload",
				"Module: app_queue");
	}

	@Test
	void variablesAndHeadersOfOnesOwnAreRepeated() {
		assertThat(lines(new PJSIPNotifyAction().endpoint("a").variable("Event", "x").variable("Content", "1,2")))
			.containsExactly("Endpoint: a", "Variable: Event=x", "Variable: Content=1\\,2");
		assertThat(lines(new UserEventAction("Mine").header("Colour", "red").header("Colour", "blue")))
			.containsExactly("UserEvent: Mine", "Colour: red", "Colour: blue");
	}

	private static Iterable<String> lines(AmiAction<?> action) {
		return action.headers().stream().map((header) -> header.name() + ": " + header.value()).toList();
	}

}
