package io.pystrix.demo.ivr.callback;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.prompt.Announcement;
import io.pystrix.agi.prompt.Menu;
import io.pystrix.agi.prompt.Prompt;
import io.pystrix.demo.calls.CallLog;
import io.pystrix.spring.agi.AgiGroup;
import io.pystrix.spring.agi.AgiScript;

import org.springframework.stereotype.Component;

/**
 * Tells callers where they would stand in a queue and lets them choose from the menu
 * {@code callback}: wait, or be called back. Who chooses nothing waits. Nothing is stored
 * before the number is known, so that a hang-up in between leaves nothing behind.
 */
@Component
class CallbackScript {

	private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,20}");

	private static final Prompt<String> ASK_NUMBER = Prompt.of(Announcement.of("vm-enter-num-to-call"))
		.digits(2, 20)
		.validate((number) -> NUMBER.matcher(number).matches())
		.onInvalid(Announcement.of("pm-invalid-option"));

	private final CallLog calls;

	private final QueueOutlooks queues;

	private final MenuEntries menus;

	private final CallbackService callbacks;

	CallbackScript(CallLog calls, QueueOutlooks queues, MenuEntries menus, CallbackService callbacks) {
		this.calls = calls;
		this.queues = queues;
		this.menus = menus;
		this.callbacks = callbacks;
	}

	@AgiScript(value = "callback/(?<queue>[\\w-]{1,32})", name = "callback")
	void answer(Agi agi, AgiRequest request, @AgiGroup("queue") String queue) throws Exception {
		String id = request.environment().uniqueid();
		this.calls.scriptStarted(request);
		agi.onHangup(() -> this.calls.outcome(id, "hung up"));
		agi.answer();
		this.queues.of(queue).ifPresent((outlook) -> outlook.announcement().play(agi));
		menu(queue).handle(agi, request);
		agi.hangup();
	}

	private Menu menu(String queue) {
		List<MenuEntry> entries = this.menus.findByMenuOrderByDigit("callback");
		Announcement announcement = Announcement.of();
		for (MenuEntry entry : entries) {
			announcement = announcement.file(entry.prompt()).file("vm-press").digits(entry.digit());
		}
		Menu menu = Menu.of(Prompt.of(announcement).onInvalid(Announcement.of("pm-invalid-option")))
			.otherwise((agi, request) -> keepWaiting(agi, request, queue));
		for (MenuEntry entry : entries) {
			String target = Optional.ofNullable(entry.queue()).orElse(queue);
			menu = menu.route(entry.digit(), switch (entry.action()) {
				case WAIT -> (agi, request) -> keepWaiting(agi, request, target);
				case CALL_BACK -> (agi, request) -> callBack(agi, request, target);
			});
		}
		return menu;
	}

	private void keepWaiting(Agi agi, AgiRequest request, String queue) {
		this.calls.outcome(request.environment().uniqueid(), "waits in " + queue);
		agi.exec("Queue", queue);
	}

	private void callBack(Agi agi, AgiRequest request, String queue) {
		Optional<String> number = Optional.ofNullable(request.environment().callerId())
			.filter((callerId) -> NUMBER.matcher(callerId).matches())
			.or(() -> ASK_NUMBER.ask(agi).value());
		if (number.isEmpty()) {
			keepWaiting(agi, request, queue);
			return;
		}
		Callback callback = this.callbacks.request(number.get(), queue);
		this.calls.outcome(request.environment().uniqueid(), "is called back at " + callback.number());
		Announcement.of("telephone-number")
			.digits(callback.number().replace("+", ""))
			.file("added")
			.file("goodbye")
			.play(agi);
	}

}
