package io.pystrix.agi.internal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyFormTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'', textBlock = """
			GET VARIABLE "X", VALUE
			get variable "X", VALUE
			Get  Variable "X", VALUE
			'GET "VARIABLE" "X"', VALUE
			GET FULL VARIABLE "X", VALUE
			get "full" "variable" "X", VALUE
			database get "f" "k", VALUE
			RECEIVE TEXT 1000, VALUE
			speech recognize "f" 1, SPEECH
			EXEC "Odd", EXEC
			exec "Odd", EXEC
			eXeC odd, EXEC
			EXECUTE "Odd", ANY
			GET VARIABLES "X", ANY
			GET DATA "f", ANY
			GET, ANY
			DATABASE GETALL "f", ANY
			SET VARIABLE "GET" "VARIABLE", ANY
			RECORD FILE "f", ANY
			'', ANY
			""")
	void aCommandHasAForm(String command, ReplyForm form) {
		assertThat(ReplyForm.of(command)).isEqualTo(form);
	}

}
