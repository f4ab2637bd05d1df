package io.pystrix.ami.internal;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RequestEncoderTests {

	private final RequestEncoder encoder = new RequestEncoder(StandardCharsets.UTF_8);

	@Test
	void headersKeepTheirOrderAndDuplicates() {
		this.encoder.header("Action", "Originate");
		this.encoder.header("Variable", "a=1");
		this.encoder.header("Variable", "b=ü ");
		assertThat(new String(this.encoder.finish(), StandardCharsets.UTF_8))
			.isEqualTo("Action: Originate\r\nVariable: a=1\r\nVariable: b=ü \r\n\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\rb", "a\nb", "a\0b", "x\r\n\r\nAction: Command" })
	void valueThatLeavesItsLineIsRefusedWithoutRepeatingIt(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.encoder.header("Secret", value))
			.withMessageContaining("Secret")
			.withMessageNotContaining(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A:b", "A b", "A\n", "A\0" })
	void nameThatIsNoneIsRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.encoder.header(name, "x"));
	}

	@Test
	void lineIsAsLongAsAsteriskTakesAndNotAByteMore() {
		this.encoder.header("Data", "x".repeat(1022 - 6));
		assertThatIllegalArgumentException().isThrownBy(() -> this.encoder.header("Data", "x".repeat(1023 - 6)))
			.withMessageContaining("1022");
	}

	@Test
	void requestHasAsManyHeadersAsAsteriskTakesAndNotOneMore() {
		for (int i = 0; i < 128; i++) {
			this.encoder.header("Variable", "v" + i);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> this.encoder.header("Variable", "one more"));
	}

}
