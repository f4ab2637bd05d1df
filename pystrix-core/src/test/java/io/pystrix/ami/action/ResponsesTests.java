package io.pystrix.ami.action;

import java.time.LocalDateTime;

import io.pystrix.ami.event.ExtensionState;
import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.ami.message.AmiResponse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResponsesTests {

	@Test
	void commandPrintsLinesAsHeaders() {
		CommandResponse response = new CommandResponse(response("Response: Success", "ActionID: 1",
				"Message: Command output follows", "Output: Name: x", "Output: ", "Output:   indented"));
		assertThat(response.output()).containsExactly("Name: x", "", "  indented");
	}

	@Test
	void commandPrintsRawTextUpToAsterisk13() {
		CommandResponse response = new CommandResponse(response("Response: Follows", "Privilege: Command",
				"ActionID: 1", "Response: not a header\nName: x\n\n  indented\n--END COMMAND--"));
		assertThat(response.output()).containsExactly("Response: not a header", "Name: x", "", "  indented");
	}

	@Test
	void commandMayPrintNothing() {
		assertThat(new CommandResponse(response("Response: Success")).output()).isEmpty();
		assertThat(new CommandResponse(response("Response: Follows", "Privilege: Command", "--END COMMAND--")).output())
			.isEmpty();
	}

	@Test
	void configurationIsCategoriesWithLines() {
		GetConfigResponse response = new GetConfigResponse(response("Response: Success", "Category-000000: general",
				"Line-000000-000000: persistentmembers=yes", "Category-000001: base", "IsTemplate-000001: 1",
				"Category-000002: support", "Templates-000002: base,other", "Line-000002-000000: member=Local/1@a",
				"Line-000002-000001: member=Local/2@a=b"));
		assertThat(response.categories()).extracting(ConfigCategory::name)
			.containsExactly("general", "base", "support");
		ConfigCategory support = response.category("support").orElseThrow();
		assertThat(support.values("member")).containsExactly("Local/1@a", "Local/2@a=b");
		assertThat(support.templates()).containsExactly("base", "other");
		assertThat(response.category("base").orElseThrow().isTemplate()).isTrue();
		assertThat(response.category("none")).isEmpty();
	}

	@Test
	void fileWithoutCategoriesIsEmpty() {
		AmiResponse none = response("Response: Success", "No categories found");
		assertThat(new GetConfigResponse(none).categories()).isEmpty();
		assertThat(new ListCategoriesResponse(response("Response: Success", "Error: no categories found")).categories())
			.isEmpty();
	}

	@Test
	void startIsALocalTime() {
		CoreStatusResponse response = new CoreStatusResponse(response("Response: Success",
				"CoreStartupDate: 2026-11-21", "CoreStartupTime: 01:43:19", "CoreCurrentCalls: 2"));
		assertThat(response.started()).isEqualTo(LocalDateTime.of(2026, 11, 21, 1, 43, 19));
		assertThat(response.reloaded()).isNull();
		assertThat(response.coreCurrentCalls()).hasValue(2);
	}

	@Test
	void messageOfAPresenceIsNotThatOfTheResponse() {
		PresenceStateResponse response = new PresenceStateResponse(response("Response: Success",
				"Message: Presence State", "State: away", "Subtype: lunch", "Message: back soon"));
		assertThat(response.state()).isEqualTo("away");
		assertThat(response.presenceMessage()).isEqualTo("back soon");
		assertThat(response.message()).isEqualTo("Presence State");
	}

	@Test
	void rulesAreGroupedByTheirNames() {
		QueueRuleResponse response = new QueueRuleResponse(
				response("Response: Success", "RuleList: first", "Rule: 30,+3", "Rule: 60,5", "RuleList: empty"));
		assertThat(response.rules()).containsOnlyKeys("first", "empty");
		assertThat(response.rules().get("first")).containsExactly("30,+3", "60,5");
	}

	@Test
	void mailboxMayWaitInNumbersOrWords() {
		assertThat(new MailboxStatusResponse(response("Waiting: 1")).waiting()).isTrue();
		assertThat(new MailboxStatusResponse(response("Waiting: 2")).waiting()).isTrue();
		assertThat(new MailboxStatusResponse(response("Waiting: 0")).waiting()).isFalse();
	}

	@Test
	void unknownWordIsNotLost() {
		ExtensionStateResponse response = new ExtensionStateResponse(response("Status: 99"));
		assertThat(response.status()).isEqualTo(ExtensionState.UNKNOWN);
		assertThat(response.get("Status")).isEqualTo("99");
		assertThat(new ExtensionStateResponse(response("Status: 9")).status()).isEqualTo(ExtensionState.INUSE_RINGING);
		assertThat(new ExtensionStateResponse(response("Exten: 1")).status()).isNull();
	}

	private static AmiResponse response(String... lines) {
		return new AmiResponse(AmiHeaders.parse(lines));
	}

}
