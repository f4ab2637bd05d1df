package io.pystrix.ami;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.command.DatabasePut;
import io.pystrix.agi.command.Exec;
import io.pystrix.agi.command.SetVariable;
import io.pystrix.ami.action.AGIAction;
import io.pystrix.ami.action.CommandAction;
import io.pystrix.ami.action.DBPutAction;
import io.pystrix.ami.action.LoginAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.SetvarAction;
import io.pystrix.ami.action.UserEventAction;
import io.pystrix.ami.control.DialRequest;
import io.pystrix.ami.internal.Secrets;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.internal.SecretNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One rule says what is secret, so each name has to be secret in every place.
 */
@Timeout(60)
class SecretsTests {

	private static final String SECRET = "s3cr3t";

	static Stream<String> names() {
		return Stream.of("PASSWORD", "password", "userPassword", "Passwort", "db_passwd", "passphrase", "passcode",
				"DB_PASS", "userPass", "pwd", "MySecretKey", "API_TOKEN", "ApiToken", "CREDENTIAL", "X-Credential",
				"Authorization", "apiKey", "x-api-key", "PIN", "pin", "USER_PIN", "userPin", "pin_1", "PinCode",
				"__PIN", "md5_cred", "ACCESS_KEY", "accessKey", "CURL_COOKIE", "OTP", "sms_otp", "CARD_CVV", "cvc2");
	}

	@ParameterizedTest
	@MethodSource("names")
	void valueIsMaskedInEveryPlace(String name) {
		for (Object shown : objects(name)) {
			assertThat(shown.toString()).as(shown.getClass().getSimpleName()).doesNotContain(SECRET);
		}
		for (AmiHeaders message : messages(name)) {
			assertThat(message.toString()).doesNotContain(SECRET);
			assertThat(shown(message, SecretNames.DEFAULT)).doesNotContain(SECRET);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "IBAN", "iban" })
	void chosenNameIsMaskedInEveryMessage(String name) {
		for (AmiHeaders message : messages(name)) {
			assertThat(shown(message, SecretNames.and(List.of("Iban")))).doesNotContain(SECRET);
			assertThat(shown(message, SecretNames.DEFAULT)).contains(SECRET);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "SHIPPING", "COMPASS", "BYPASS_ROUTE", "Ping", "SPINNER", "PASSENGER", "passthru",
			"CallerIDNum" })
	void valueOfAnotherNameIsShown(String name) {
		for (AmiHeaders message : messages(name)) {
			assertThat(message.toString()).contains(SECRET);
		}
	}

	private static String shown(AmiHeaders message, Predicate<String> secret) {
		return String.join(" | ", Secrets.shown(message.toList(), AmiHeader::name, AmiHeader::value, secret));
	}

	private static List<Object> objects(String name) {
		return List.of(new SetVariable(name, SECRET), new DatabasePut("users", name, SECRET),
				new DatabasePut(name, "100", SECRET), new Exec("Set", name + "=" + SECRET),
				new Exec("MSet", "a=1," + name + "=" + SECRET), new Exec("AGI", "agi://pbx/a?" + name + "=" + SECRET),
				AgiCommand.of("exec", "set", name + "=" + SECRET), new AmiHeader(name, SECRET),
				new SetvarAction(name, SECRET), new DBPutAction("users", name, SECRET),
				new DBPutAction(name, "1", SECRET), new OriginateAction("PJSIP/100").variable(name, SECRET),
				new UserEventAction("Own").header(name, SECRET),
				new UserEventAction("Own").header("Data", "{\"" + name + "\": \"" + SECRET + "\"}"),
				new CommandAction("database put users " + name + " " + SECRET),
				new CommandAction("dialplan set global " + name + " " + SECRET),
				new CommandAction("dialplan set chanvar PJSIP/100-1 " + name + " \"" + SECRET + "\""),
				new AGIAction("PJSIP/100-1", new SetVariable(name, SECRET).line()),
				DialRequest.to("PJSIP/100").withVariable(name, SECRET),
				DialRequest.to("PJSIP/100").running("Set", name + "=" + SECRET),
				AgiEnvironment.of(Map.of("request", "agi://pbx/a?" + name + "=" + SECRET)));
	}

	private static List<AmiHeaders> messages(String name) {
		return List.of(AmiHeaders.parse("Event: UserEvent", name + ": " + SECRET),
				AmiHeaders.parse("Event: UserEvent", "Text: a, " + name + " = " + SECRET),
				AmiHeaders.parse("Event: VarSet", "Value: " + SECRET, "Variable: " + name),
				AmiHeaders.parse("Event: VarSet", "Variable: HASH(user," + name + ")", "Value: " + SECRET),
				AmiHeaders.parse("Event: DBGetResponse", "Family: users", "Key: " + name, "Val: " + SECRET),
				AmiHeaders.parse("Event: DBGetTreeResponse", "Key: /" + name + "/100", "Val: " + SECRET),
				AmiHeaders.parse("Action: UpdateConfig", "Var-000000: " + name, "Value-000000: " + SECRET),
				AmiHeaders.parse("Response: Success", "Line-000000-000001: " + name + "=" + SECRET),
				AmiHeaders.parse("Response: Success", "JSON: {\"a\":[\"" + name + "\":\"" + SECRET + "\"]}"),
				AmiHeaders.parse("Response: Success", "Output: /users/" + name + "/1        : " + SECRET),
				AmiHeaders.parse("Response: Success",
						"Output:     -- Global variable '" + name + "' set to '" + SECRET + "'"),
				AmiHeaders.parse("Response: Success", "Output:    " + name + "=" + SECRET),
				AmiHeaders.parse("Response: Success", "Output:  " + name + "             : " + SECRET),
				AmiHeaders.parse("Event: Newexten", "Application: Set", "AppData: " + name + "=" + SECRET),
				AmiHeaders.parse("Action: Command", "Command: database put " + name + " 100 " + SECRET),
				AmiHeaders.parse("Action: AGI", "Command: SET VARIABLE \"" + name + "\" \"" + SECRET + "\""),
				AmiHeaders.parse("Event: AGIExecStart", "Command: SET VARIABLE " + name + " " + SECRET),
				AmiHeaders.parse("Event: AGIExecEnd", "Command: DATABASE PUT users " + name + " " + SECRET),
				AmiHeaders.parse("Event: AsyncAGIStart",
						"Env: agi_request%3A%20async%0Aagi_arg_1%3A%20" + name + "%3D" + SECRET + "%0A%0A"));
	}

	// apps/app_authenticate.c and apps/app_disa.c, all releases from 13 on
	@ParameterizedTest
	@ValueSource(strings = { "Authenticate", "DISA", "authenticate" })
	void argumentThatIsAPasswordIsMasked(String application) {
		List<Object> shown = List.of(new Exec(application, SECRET),
				new OriginateAction("PJSIP/100").application(application, SECRET),
				DialRequest.to("PJSIP/100").running(application, SECRET),
				new CommandAction("channel originate Local/1@a application " + application + " " + SECRET),
				AmiHeaders.parse("Event: Newexten", "AppData: " + SECRET, "Application: " + application),
				AmiHeaders.parse("Event: CoreShowChannel", "Application: " + application, "ApplicationData: " + SECRET),
				AmiHeaders.parse("Event: Cdr", "LastApplication: " + application, "LastData: " + SECRET),
				AmiHeaders.parse("Event: AGIExecStart", "Command: EXEC " + application + " " + SECRET));
		assertThat(shown).noneMatch((object) -> object.toString().contains(SECRET));
	}

	// "Value: %s" in main/db.c, and the reply of GET VARIABLE in res/res_agi.c
	@Test
	void valueWhoseNameIsInAnotherMessageIsMasked() {
		assertThat(AmiHeaders.parse("Response: Success", "Output: Value: " + SECRET).toString()).doesNotContain(SECRET);
		assertThat(AmiHeaders.parse("Response: Follows", "Value: " + SECRET).toString()).doesNotContain(SECRET);
		assertThat(AmiHeaders.parse("Event: AsyncAGIExec", "Result: 200%20result%3D1%20(" + SECRET + ")%0A").toString())
			.doesNotContain(SECRET)
			.contains("Result: 200%20result%3D1%20(******");
		assertThat(AmiHeaders.parse("Event: AsyncAGIExec", "Result: 200%20result%3D12%20(timeout)%0A").toString())
			.contains("Result: 200%20result%3D12%20(timeout)%0A");
		assertThat(new AgiReply(200, "1", SECRET, Map.of("result", "1"), List.of("200 result=1 (" + SECRET + ")")))
			.hasToString("AgiReply[200 result=1 (******)]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://user:%s@host/path", "agi://user:%s@host/script", "IAX2/user:%s@host/1",
			"PJSIP/trunk/sip:user:%s@host", "a/https://u:%s@host", "PJSIP/a=b,https://u:%s@host" })
	void passwordBeforeAHostIsMasked(String text) {
		String value = text.formatted(SECRET);
		assertThat(List.of(new SetvarAction("HOOK", value), new OriginateAction(value), DialRequest.to(value),
				new SetVariable("HOOK", value), new Exec("Dial", value),
				AmiHeaders.parse("Event: A", "Channel: " + value)))
			.allSatisfy((shown) -> assertThat(shown.toString()).doesNotContain(SECRET).contains("******@host"));
	}

	@Test
	void addressWithoutAPasswordIsShown() {
		assertThat(new OriginateAction("Local/100@default").toString()).contains("Local/100@default");
		assertThat(new OriginateAction("PJSIP/trunk/sip:100@10.0.0.1:5060").toString())
			.contains("sip:100@10.0.0.1:5060");
	}

	@Test
	void formOfACommandDoesNotShowItsSecret() {
		assertThat(List.of(AgiCommand.of("SET", "VARIABLE", "password", SECRET),
				AgiCommand.of("set variable", "password", SECRET), AgiCommand.of("EXEC", "MeetMe", "100,M," + SECRET),
				new UserEventAction("Own").header("Data", "{\\\"pin\\\":\\\"" + SECRET + "\\\"}")))
			.allSatisfy((shown) -> assertThat(shown.toString()).doesNotContain(SECRET));
	}

	@Test
	void keyOfALoginIsMasked() {
		assertThat(LoginAction.plain("admin", SECRET).toString()).doesNotContain(SECRET);
		AmiHeaders login = AmiHeaders.parse("Action: login", "AuthType: MD5", "Key: " + SECRET);
		assertThat(shown(login, SecretNames.DEFAULT)).doesNotContain(SECRET).contains("MD5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "pin", "pin=", "/a:", ":a@", "/a:b@", ":", "\"' ", "pin  ", "=:>", "./-", "%3D",
			"Result: result= (" })
	void hugeTextTakesTimeThatIsLinearInItsLength(String piece) {
		String text = piece.repeat(1_000_000 / piece.length());
		for (String name : List.of("Text", "Command", "Result", "Output", "Variable", "Key")) {
			assertThat(AmiHeaders.parse("Event: A", name + ": " + text).toString()).isNotEmpty();
		}
	}

}
