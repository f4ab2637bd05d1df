package io.pystrix.ami;

import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.ami.message.AmiResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Refusal}: every text by which main/manager.c of Asterisk 13 to 23
 * refuses a login, and which of them blame the user.
 */
class RefusalTests {

	private static final AmiEndpoint ENDPOINT = new AmiEndpoint("pbx", 5038);

	private static final Credentials CREDENTIALS = new Credentials("admin", "topsecret");

	@ParameterizedTest
	@CsvSource({ "Authentication failed,CREDENTIALS,true,acl", "Permission denied,PERMISSION,true,permission",
			"Asterisk is shutting down,SHUTTING_DOWN,false,restart",
			"Login Already In Use,IN_USE,false,allowmultiplelogin", "login already in use,IN_USE,false,another session",
			"Must specify AuthType,AUTH_TYPE,false,MD5", "Missing action in request,OTHER,false,Missing",
			"Too many lines in message or allocation failure,OTHER,false,allocation", "'',OTHER,false,admin" })
	void onlyAWrongNameOrSecretIsAnAuthenticationFailure(String message, Refusal refusal, boolean authentication,
			String explained) {
		AmiResponse response = new AmiResponse(AmiHeaders.parse("Response: Error\r\nMessage: " + message));
		assertThat(Refusal.of(response)).isSameAs(refusal);
		ManagerException failure = refusal.failure(ENDPOINT, CREDENTIALS, message);
		assertThat(failure)
			.isInstanceOf(authentication ? ManagerAuthenticationException.class : ManagerConnectionException.class)
			.hasMessageContainingAll("pbx:5038", "'admin'", message, explained)
			.hasMessageNotContaining("topsecret");
	}

	@Test
	void aSuccessAndAGoodbyeAreNone() {
		assertThat(Refusal.of(new AmiResponse(AmiHeaders.parse("Response: Success")))).isNull();
		assertThat(Refusal.of(new AmiResponse(AmiHeaders.parse("Response: Goodbye")))).isNull();
		assertThat(Refusal.of(new AmiResponse(AmiHeaders.parse("Response: Error")))).isSameAs(Refusal.OTHER);
	}

}
