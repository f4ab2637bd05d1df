package io.pystrix.internal;

import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AgiMaskTests {

	private static final Predicate<String> MORE = SecretNames.and(List.of("account"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			SET VARIABLE "USER_PIN" "1234"                | SET VARIABLE "USER_PIN" "******"
			set variable "Password" "a \\" b"             | set variable "Password" "******"
			SET VARIABLE "HASH(user,secret)" "x"          | SET VARIABLE "HASH(user,secret)" "******"
			SET VARIABLE "__TOKEN" "x"                    | SET VARIABLE "__TOKEN" "******"
			SET VARIABLE "SHIPPING" "secret"              | SET VARIABLE "SHIPPING" "secret"
			SET VARIABLE "ACCOUNT" "7"                    | SET VARIABLE "ACCOUNT" "7"
			DATABASE PUT "pin" "100" "1234"               | DATABASE PUT "pin" "100" "******"
			DATABASE PUT "users" "password/100" "1234"    | DATABASE PUT "users" "password/100" "******"
			DATABASE PUT "users" "100" "1234"             | DATABASE PUT "users" "100" "1234"
			EXEC "Set" "PIN=12,34"                        | EXEC "Set" "PIN=******"
			EXEC "MSet" "A=1,PIN=1234,B=2"                | EXEC "MSet" "A=1,PIN=******,B=2"
			EXEC "MSet" "A=1,PIN=1234"                    | EXEC "MSet" "A=1,PIN=******"
			EXEC "Set" "A=PIN"                            | EXEC "Set" "A=PIN"
			EXEC "Authenticate" "1234"                    | EXEC "Authenticate" "******"
			EXEC "AGI" "agi://pbx/a?b=1&token=x"          | EXEC "AGI" "agi://pbx/a?b=1&token=******
			EXEC "Set" "CURLOPT(userpwd)=a:b"             | EXEC "Set" "CURLOPT(userpwd)=******"
			SET VARIABLE "userPin" "1234"                 | SET VARIABLE "userPin" "******"
			SET VARIABLE "DB_PASS" "x"                    | SET VARIABLE "DB_PASS" "******"
			SET VARIABLE "COMPASS" "north"                | SET VARIABLE "COMPASS" "north"
			VERBOSE "the password: x" 1                   | VERBOSE "the password: ******
			EXEC "Dial" "PJSIP/100"                       | EXEC "Dial" "PJSIP/100"
			SAY DIGITS "1234" "#"                         | SAY DIGITS "1234" "#"
			SET VARIABLE                                  | SET VARIABLE
			""")
	void commands(String line, String shown) {
		assertThat(AgiMask.ofCommand(line, SecretNames.DEFAULT, false)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			SET VARIABLE "ACCOUNT" "7"                    | SET VARIABLE "ACCOUNT" "******"
			SAY DIGITS "1234" "#"                         | SAY DIGITS "******" "#"
			SAY NUMBER 7 "#"                              | SAY NUMBER ****** "#"
			SAY DATE 7 "#"                                | SAY DATE 7 "#"
			""")
	void commandsWithMoreMasks(String line, String shown) {
		assertThat(AgiMask.ofCommand(line, MORE, true)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			GET VARIABLE "PIN"               | 200 result=1 (1234)             | 200 result=1 (******)
			GET VARIABLE "PIN"               | 200 result=0                    | 200 result=0
			GET FULL VARIABLE "${A}-${PIN}"  | 200 result=1 (x-1)              | 200 result=1 (******)
			DATABASE GET "secret" "100"      | 200 result=1 (x) (y)            | 200 result=1 (******)
			GET VARIABLE "A"                 | 200 result=1 (1234)             | 200 result=1 (1234)
			GET DATA "enter-pin"             | 200 result=1234                 | 200 result=1234
			""")
	void replies(String line, String reply, String shown) {
		assertThat(AgiMask.ofReply(line, reply, SecretNames.DEFAULT, false)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			GET DATA "enter-pin" 5000 4      | 200 result=1234 (timeout)       | 200 result=****** (timeout)
			GET DATA "enter-pin"             | 200 result=                     | 200 result=
			GET DATA "enter-pin"             | 200 result=-1                   | 200 result=-1
			WAIT FOR DIGIT 5000              | 200 result=49                   | 200 result=******
			WAIT FOR DIGIT 5000              | 200 result=0                    | 200 result=0
			STREAM FILE "a" "12"             | 200 result=49 endpos=800        | 200 result=****** endpos=800
			RECORD FILE "a" "wav" "#" 5000   | 200 result=35 (dtmf) endpos=8   | 200 result=****** (dtmf) endpos=8
			RECEIVE TEXT 5000                | 200 result=1 (my pin is 1)      | 200 result=****** (******)
			SPEECH RECOGNIZE "a" 5000        | 200 result=1 (speech) text0="1" | 200 result=****** (******)
			SPEECH RECOGNIZE "a" 5000        | 200 result=1 (digit) digit=1    | 200 result=****** (******)
			ANSWER                           | 200 result=0                    | 200 result=0
			""")
	void repliesWithMoreMasks(String line, String reply, String shown) {
		assertThat(AgiMask.ofReply(line, reply, MORE, true)).isEqualTo(shown);
	}

	@Test
	void longTextsAreNoProblem() {
		String text = "a=\\\"(,".repeat(100_000);
		String line = "SET VARIABLE \"PIN\" \"" + text + "\"";
		assertThat(AgiMask.ofCommand(line, MORE, true)).isEqualTo("SET VARIABLE \"PIN\" \"******\"");
		assertThat(AgiMask.ofCommand("EXEC \"MSet\" \"" + text + "\"", MORE, true)).isNotEmpty();
		assertThat(AgiMask.ofReply("GET VARIABLE \"PIN\"", "200 result=1 (" + text + ")", MORE, true))
			.isEqualTo("200 result=1 (******)");
		assertThat(AgiMask.ofReply("RECEIVE TEXT 1", "200 result=1 (" + text + ")", MORE, true))
			.isEqualTo("200 result=****** (******)");
	}

}
