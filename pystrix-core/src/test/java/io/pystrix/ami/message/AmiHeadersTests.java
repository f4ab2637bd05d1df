package io.pystrix.ami.message;

import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AmiHeadersTests {

	@Test
	void headersKeepOrderDuplicatesAndOddForms() {
		AmiHeaders headers = AmiHeaders.parse("Event: UserEvent", "Key:value", "Empty:", "Blank: ",
				"ChanVariable(Local/a@b-1;1): x=1", "Cause-txt: a: b ", "no colon here", "Variable: a", "variable: b");
		assertThat(headers).containsExactly(new AmiHeader("Event", "UserEvent"), new AmiHeader("Key", "value"),
				new AmiHeader("Empty", ""), new AmiHeader("Blank", ""),
				new AmiHeader("ChanVariable(Local/a@b-1;1)", "x=1"), new AmiHeader("Cause-txt", "a: b "),
				new AmiHeader("", "no colon here"), new AmiHeader("Variable", "a"), new AmiHeader("variable", "b"));
		assertThat(headers.size()).isEqualTo(9);
	}

	@Test
	void lookUpIgnoresCaseAndTheFirstCounts() {
		AmiHeaders headers = AmiHeaders.parse("Event: A", "UniqueID: 1", "Uniqueid: 2");
		assertThat(headers.get("uniqueid")).isEqualTo("1");
		assertThat(headers.getAll("UNIQUEID")).containsExactly("1", "2");
		assertThat(headers.contains("Event")).isTrue();
		assertThat(headers.get("Nope")).isNull();
		assertThat(headers.getAll("Nope")).isEmpty();
	}

	@Test
	void valuesMayHoldLineFeedsButLoseThoseAtTheirEnd() {
		AmiHeaders headers = AmiHeaders.parse("Response: Success", "Value: a\nb\n\nEvent: Fake", "Message: none\n");
		assertThat(headers.get("Value")).isEqualTo("a\nb\n\nEvent: Fake");
		assertThat(headers.get("Event")).isNull();
		assertThat(headers.get("Message")).isEqualTo("none");
	}

	@Test
	void headersAreTheSameHoweverManyAreRead() {
		AmiHeaders headers = AmiHeaders.parse("Event: A", "B: 1", "no colon", ": no name", "C:D: 2", "Größe: 3");
		for (int i = 0; i < 10; i++) {
			assertThat(headers.get("b")).isEqualTo("1");
			assertThat(headers.get("")).isEqualTo("no colon");
			assertThat(headers.get("C:D")).isNull();
			assertThat(headers.get("c")).isEqualTo("D: 2");
			assertThat(headers.get("Größe")).isEqualTo("3");
			assertThat(headers.get("Nope")).isNull();
		}
	}

	@Test
	void namesMayBeOfAnyLanguage() {
		AmiHeaders headers = AmiHeaders.parse("Event: UserEvent", "Größe: 1", "GRÖSSE: 2", "größe: 3");
		assertThat(headers.getAll("Größe")).containsExactly("1", "3");
		assertThat(headers.contains("電話")).isFalse();
	}

	@Test
	void numbersThatAreNoneAreAbsentButReadable() {
		AmiEvent event = new AmiEvent(AmiHeaders.parse("Event: A", "Count: 12", "Bad: x1", "Flag: Yes", "Odd: maybe"));
		assertThat(event.integer("Count")).hasValue(12);
		assertThat(event.longInteger("Count")).hasValue(12);
		assertThat(event.integer("Bad")).isEmpty();
		assertThat(event.longInteger("Missing")).isEmpty();
		assertThat(event.truth("Flag")).isTrue();
		assertThat(event.truth("Odd")).isNull();
		assertThat(event.get("Bad")).isEqualTo("x1");
	}

	@Test
	void missingHeaderThatIsRequiredIsNamed() {
		AmiEvent event = new AmiEvent(AmiHeaders.parse("Event: A"));
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> event.required("Channel"))
			.withMessageContaining("Channel");
	}

	@Test
	void valuesOfVariablesThatHoldSecretsAreMaskedWhereMessagesAreShown() {
		assertThat(AmiHeaders.parse("Event: VarSet", "Variable: DB_PASSWORD", "Value: hush").toString())
			.doesNotContain("hush");
		assertThat(AmiHeaders.parse("Event: VarSet", "Variable: userPin", "Value: 1").toString())
			.contains("Value: ******");
		assertThat(AmiHeaders.parse("Event: VarSet", "Variable: SHIPPING", "Value: 1").toString()).contains("Value: 1");
		assertThat(AmiAction.named("Setvar").with("Value", "4711").with("Variable", "PIN_1").toString())
			.doesNotContain("4711");
		assertThat(AmiAction.named("UpdateConfig")
			.with("Var-000000", "secret")
			.with("Value-000000", "hush")
			.with("Var-000001", "host")
			.with("Value-000001", "pbx")
			.toString()).doesNotContain("hush").contains("Value-000001: pbx");
	}

	// apps/app_agent_pool.c, action_agents, of all releases from 13 to 23
	@Test
	void agentWhoTalksHasTheHeaderBehindABareLineFeed() {
		AmiHeaders headers = AmiHeaders.parse("Event: Agents", "Agent: 1001", "Status: AGENT_ONCALL",
				"TalkingToChan: PJSIP/a-1", "CallStarted: 1795227770\nLoggedInTime: 1795227000", "Channel: PJSIP/b-1");
		for (int i = 0; i < 10; i++) {
			assertThat(headers.get("CallStarted")).isEqualTo("1795227770");
			assertThat(headers.get("loggedintime")).isEqualTo("1795227000");
			assertThat(headers.get("Channel")).isEqualTo("PJSIP/b-1");
		}
		assertThat(headers.size()).isEqualTo(7);
		assertThat(headers.getAll("LoggedInTime")).containsExactly("1795227000");
	}

	@Test
	void bareLineFeedMakesNoHeaderAnywhereElse() {
		AmiHeaders own = AmiHeaders.parse("Event: UserEvent", "CallStarted: 1\nLoggedInTime: 2");
		assertThat(own.get("LoggedInTime")).isNull();
		assertThat(own.get("CallStarted")).isEqualTo("1\nLoggedInTime: 2");
		AmiHeaders agents = AmiHeaders.parse("Event: Agents", "Name: 1\nLoggedInTime: 2",
				"CallStarted: 1x\nLoggedInTime: 2", "CallStarted: 1\nStatus: x");
		assertThat(agents.get("LoggedInTime")).isNull();
		assertThat(agents.size()).isEqualTo(4);
	}

	@Test
	void secretsAreMaskedWhereMessagesAreShown() {
		AmiHeaders headers = AmiHeaders.parse("Event: AuthDetail", "Username: alice", "Password: hush",
				"Line-000000-000001: secret = hush", "Key: family");
		assertThat(headers.toString()).doesNotContain("hush").contains("alice", "Password: ******", "Key: family");
		assertThat(headers.get("Password")).isEqualTo("hush");
	}

}
