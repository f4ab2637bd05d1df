package io.pystrix.ami;

import java.util.List;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class EventFilterTests extends ManagerTestSupport {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", quoteCharacter = '`',
			textBlock = """
					Event: RTCP.*                           | none                                  | Event: RTCP.*
					!Event: VarSet                          | none                                  | !Event: VarSet
					(name)(x)                               | none                                  | (name)(x)
					Channel: PJSIP/a(b)?                    | none                                  | Channel: PJSIP/a(b)?
					eventfilter = !Event: VarSet            | none                                  | !Event: VarSet
					action(exclude),name(VarSet)            | action(exclude),name(VarSet)          | ``
					name(VarSet)                            | name(VarSet)                          | ``
					header(Channel)                         | header(Channel)                       | ``
					name(A), action(include)                | name(A), action(include)              | ``
					name(A),method(none)                    | name(A),method(none)                  | ``
					method(contains) = x=y                  | method(contains)                      | x=y
					name(A),header(B),method(regex)=^a,b(c) | name(A),header(B),method(regex)       | ^a,b(c)
					eventfilter(name(A)) =                  | name(A)                               | ``
					eventfilter(name(A))                    | name(A)                               | ``
					eventfilter(action(exclude),name(A),header(C),method(exact)) => z z | action(exclude),name(A),header(C),method(exact) | z z
					""")
	void filterIsARegularExpressionOrCriteria(String filter, String criteria, String text) {
		assertThat(EventFilter.parse(filter)).isEqualTo(new EventFilter(criteria, text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "name(", "name()", "name(A", "name(A)x", "name(A);header(B)", "name(A B)",
			"action(exclude)", "action(drop),name(A)", "name(A),method(like) = x", "name(A),method(exact)",
			"name(A) = x", "method(regex)", "method(none) = x", "action(exclude),method(none)", "name(A),kind(b)",
			"eventfilter()", "eventfilter =", "eventfilter(name(A)", "eventfilter name(A)", "name(A)\r\nEvent: x" })
	void criteriaThatAsteriskWouldNotUnderstandAreRefused(String filter) {
		assertThatIllegalArgumentException().isThrownBy(() -> Manager.builder().filters(List.of(filter)));
	}

	/**
	 * As action_filter of main/manager.c answers, from 18.26, 20.11, 21.6 and 22.1 on.
	 */
	@Test
	void criteriaAreSentAfterEachLogin() {
		this.asterisk.on("Filter", (request) -> AmiAnswer.success("Success"));
		use(builder().filters(List.of("action(exclude),name(VarSet)", "!Event: RTCP",
				"eventfilter(name(Newchannel),header(Channel),method(starts_with)) = PJSIP/")));
		this.manager.connect();
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.asterisk.requests("Filter").size() == 8);
		List<AmiRequest> sent = this.asterisk.requests("Filter");
		assertThat(sent).extracting((frame) -> frame.get("MatchCriteria"))
			.containsExactly("action(exclude),name(PystrixProbe),method(exact)", "action(exclude),name(VarSet)", null,
					"name(Newchannel),header(Channel),method(starts_with)",
					"action(exclude),name(PystrixProbe),method(exact)", "action(exclude),name(VarSet)", null,
					"name(Newchannel),header(Channel),method(starts_with)");
		assertThat(sent.subList(0, 4)).extracting((frame) -> frame.get("Filter"))
			.containsExactly("[", "", "!Event: RTCP", "PJSIP/");
	}

	/** Older ones ignore the criteria, and take the filter for a regular expression. */
	@Test
	void olderAsteriskIsNeverLeftWithAFilterThatSilencesIt() {
		this.asterisk.on("Filter",
				(request) -> request.get("Filter", "").equals("[")
						? AmiAnswer.error("Filter did not compile.  Check the syntax of the filter given.")
						: AmiAnswer.success("Success"));
		use(builder().filters(List.of("!Event: RTCP", "action(exclude),name(VarSet)")));
		assertThatExceptionOfType(ManagerException.class).isThrownBy(this.manager::connect)
			.withMessageContainingAll("does not support match criteria", "'action(exclude),name(VarSet)'",
					"regular expression", "20.11");
		assertThat(this.asterisk.requests("Filter")).extracting((frame) -> frame.get("Filter"))
			.containsExactly("!Event: RTCP", "[");
	}

	@Test
	void refusalForAnotherReasonIsToldAsItCame() {
		this.asterisk.on("Filter", (request) -> AmiAnswer.error("Permission denied"));
		use(builder().filters(List.of("name(VarSet)")));
		assertThatExceptionOfType(ManagerException.class).isThrownBy(this.manager::connect)
			.withMessageContaining("refused event filter 'name(VarSet)': Permission denied");
	}

}
