package io.pystrix.demo.ivr.pin;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.prompt.Announcement;
import io.pystrix.agi.prompt.Prompt;
import io.pystrix.demo.calls.CallLog;
import io.pystrix.spring.agi.AgiScript;

/**
 * Asks for account and PIN, three times at most. Who has logged in goes on in the
 * dialplan, which finds the account in the variable {@code PIN_ACCOUNT}; everybody else
 * is hung up.
 */
@AgiScript("pin")
class PinScript implements AgiHandler {

	private static final int LOGINS = 3;

	private static final Prompt<String> PIN = Prompt.of(Announcement.of("agent-pass"))
		.digits(4, 8)
		.interDigitTimeout(Duration.ofSeconds(5))
		.onNoInput(Announcement.of("vm-pls-try-again"))
		.onInvalid(Announcement.of("vm-pls-try-again"));

	private final CallLog calls;

	private final PinLogin login;

	PinScript(CallLog calls, PinLogin login) {
		this.calls = calls;
		this.login = login;
	}

	@Override
	public void handle(Agi agi, AgiRequest request) {
		String id = request.environment().uniqueid();
		this.calls.scriptStarted(request);
		agi.onHangup(() -> this.calls.outcome(id, "hung up"));
		agi.answer();
		LoginResult result = LoginResult.REFUSED;
		for (int i = 0; i < LOGINS && result == LoginResult.REFUSED; i++) {
			Optional<String> account = account((i == 0) ? "agent-user" : "agent-incorrect").ask(agi).value();
			Optional<String> pin = account.flatMap((number) -> PIN.ask(agi).value());
			if (account.isEmpty() || pin.isEmpty()) {
				break;
			}
			result = this.login.logIn(account.get(), pin.get());
			if (result == LoginResult.GRANTED) {
				agi.setVariable("PIN_ACCOUNT", account.get());
				this.calls.outcome(id, "logged in as " + account.get());
				Announcement.of("agent-loginok").play(agi);
				return;
			}
		}
		boolean locked = result == LoginResult.LOCKED;
		this.calls.outcome(id, locked ? "locked out" : "not logged in");
		(locked ? Announcement.of("im-sorry", "please-try-call-later") : Announcement.of("goodbye")).play(agi);
		agi.hangup();
	}

	private static Prompt<String> account(String question) {
		return Prompt.of(Announcement.of(question))
			.digits(3, 8)
			.onNoInput(Announcement.of("vm-pls-try-again"))
			.onInvalid(Announcement.of("vm-pls-try-again"));
	}

}
