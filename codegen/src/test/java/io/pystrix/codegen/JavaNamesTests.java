package io.pystrix.codegen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JavaNamesTests {

	@ParameterizedTest
	@CsvSource({ "CallerIDNum, callerIdNum", "Uniqueid, uniqueid", "Cause-txt, causeTxt",
			"ConnectedLineName, connectedLineName", "ListItems, listItems", "BridgeId, bridgeId", "EventTV, eventTv",
			"Val, val", "DestChannel, destChannel" })
	void headerBecomesLowerCamelCase(String header, String accessor) {
		assertThat(JavaNames.accessor(header)).isEqualTo(accessor);
	}

	@ParameterizedTest
	@CsvSource({ "Name", "Class", "100rel", "Interface", "Timestamp" })
	void headerThatJavaCannotSpellIsPointedOut(String header) {
		assertThatIllegalArgumentException().isThrownBy(() -> JavaNames.accessor(header)).withMessageContaining(header);
	}

	@Test
	void typeKeepsTheSpellingOfAsterisk() {
		assertThat(JavaNames.type("PlayDTMF", "Action")).isEqualTo("PlayDTMFAction");
		assertThat(JavaNames.type("AOC-D", "Event")).isEqualTo("AOCDEvent");
	}

}
