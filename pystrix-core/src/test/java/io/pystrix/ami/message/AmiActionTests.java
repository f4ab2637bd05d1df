package io.pystrix.ami.message;

import java.time.Duration;

import io.pystrix.ami.action.LoginAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.PlayDTMFAction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AmiActionTests {

	@Test
	void fluentMethodsReturnNewActions() {
		PlayDTMFAction action = new PlayDTMFAction("PJSIP/1", "5");
		PlayDTMFAction longer = action.duration(Duration.ofSeconds(1)).duration(Duration.ofMillis(300));
		assertThat(action.headers()).containsExactly(new AmiHeader("Channel", "PJSIP/1"), new AmiHeader("Digit", "5"));
		assertThat(longer.headers()).containsExactly(new AmiHeader("Channel", "PJSIP/1"), new AmiHeader("Digit", "5"),
				new AmiHeader("Duration", "300"));
	}

	@Test
	void anyActionMayHaveAHeaderSeveralTimes() {
		NamedAction action = AmiAction.named("AnyAction").with("Variable", "a=1").with("Variable", "b=2");
		assertThat(action.headers()).containsExactly(new AmiHeader("Variable", "a=1"),
				new AmiHeader("Variable", "b=2"));
	}

	@Test
	void lineBreaksAreRefusedEverywhere() {
		assertThatIllegalArgumentException().isThrownBy(() -> AmiAction.named("Ping\r\n"));
		assertThatIllegalArgumentException().isThrownBy(() -> AmiAction.named("Ping").with("A\n", "b"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new OriginateAction("PJSIP/1").callerId("x\r\n\r\nAction"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> AmiAction.named("Ping").with("ActionID", "1\r\nAction: Command"));
	}

	@Test
	void secretsAreMasked() {
		assertThat(LoginAction.plain("admin", "hush")).hasToString("Login[Username: admin, Secret: ******]");
		assertThat(LoginAction.md5("admin", "hush", "42").toString()).contains("Key: ******").doesNotContain("hush");
	}

}
