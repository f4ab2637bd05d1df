package io.pystrix.ami;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.FullyBootedEvent;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiEventType;
import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class ManagerCallbackTests extends ManagerTestSupport {

	private final List<String> seen = new CopyOnWriteArrayList<>();

	@BeforeEach
	void connect() {
		use(builder().eventMask("call"));
		this.manager.connect();
	}

	@Test
	void callbacksAreChosenByClassNamePatternAndAll() {
		this.manager.registerCallback(HangupEvent.class, (event, m) -> this.seen.add("class " + event.channel()));
		this.manager.registerCallback("Hangup", (event, m) -> this.seen.add("name"));
		this.manager.registerCallback(Pattern.compile("Hang.*"), (event, m) -> this.seen.add("pattern"));
		this.manager.registerCallback(Pattern.compile("Hang"), (event, m) -> this.seen.add("part of the name"));
		this.manager.registerCallback(AmiEvent.class, (event, m) -> this.seen.add("all " + event.name()));
		this.manager.registerCallback(FullyBootedEvent.class, (event, m) -> this.seen.add("other"));
		this.asterisk.broadcast(hangup(1));
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.seen).containsExactlyInAnyOrder("class PJSIP/1", "name", "pattern",
					"all Hangup"));
	}

	@Test
	void unknownEventsComeWhole() {
		List<AmiEvent> events = new CopyOnWriteArrayList<>();
		this.manager.registerCallback("Flash", (event, m) -> events.add(event));
		this.asterisk
			.broadcast(AmiFrame.event("Flash").with("Privilege", "call,all").with("Odd(0)", "a").with("Odd(0)", " b "));
		await().atMost(PATIENCE).until(() -> events.size() == 1);
		assertThat(events.get(0).getAll("odd(0)")).containsExactly("a", " b ");
	}

	@Test
	void eventsOfOneCallbackComeInOrder() {
		List<String> channels = new CopyOnWriteArrayList<>();
		this.manager.registerCallback(HangupEvent.class, (event, m) -> channels.add(event.channel()));
		for (int i = 0; i < 500; i++) {
			this.asterisk.broadcast(hangup(i));
		}
		await().atMost(PATIENCE).until(() -> channels.size() == 500);
		for (int i = 0; i < 500; i++) {
			assertThat(channels.get(i)).isEqualTo("PJSIP/" + i);
		}
	}

	@Test
	void hungCallbackDelaysNeitherOthersNorAnswers() {
		CountDownLatch forever = new CountDownLatch(1);
		this.manager.registerCallback(HangupEvent.class, (event, m) -> forever.await());
		this.manager.registerCallback(HangupEvent.class, (event, m) -> this.seen.add(event.channel()));
		this.asterisk.broadcast(hangup(1));
		this.asterisk.broadcast(hangup(2));
		await().atMost(PATIENCE).until(() -> this.seen.size() == 2);
		assertThat(this.manager.sendAction(new PingAction()).isSuccess()).isTrue();
		forever.countDown();
	}

	@Test
	void callbackMaySendActionsAndCloseTheManager() {
		this.manager.registerCallback(HangupEvent.class, (event, m) -> {
			m.sendAction(new PingAction());
			m.close();
			this.seen.add("done");
		});
		this.asterisk.broadcast(hangup(1));
		await().atMost(PATIENCE).until(() -> this.seen.contains("done"));
		assertThat(this.manager.state()).isEqualTo(ConnectionState.CLOSED);
	}

	@Test
	void failingCallbackGoesOn() {
		this.manager.registerCallback(HangupEvent.class, (event, m) -> {
			this.seen.add(event.channel());
			throw new IllegalStateException("on purpose");
		});
		this.asterisk.broadcast(hangup(1));
		this.asterisk.broadcast(hangup(2));
		await().atMost(PATIENCE).until(() -> this.seen.size() == 2);
	}

	@Test
	void callbackThatUnregistersAnotherLeavesTheRestAlone() {
		Registration[] registrations = new Registration[2];
		registrations[0] = this.manager.registerCallback("Hangup", (event, m) -> {
			registrations[0].close();
			registrations[1].close();
			this.seen.add("first");
		});
		registrations[1] = this.manager.registerCallback("Hangup", (event, m) -> {
		});
		this.manager.registerCallback("Hangup", (event, m) -> this.seen.add("third"));
		this.asterisk.broadcast(hangup(1));
		this.asterisk.broadcast(hangup(2));
		await().atMost(PATIENCE).until(() -> this.seen.stream().filter("third"::equals).count() == 2);
		assertThat(this.seen.stream().filter("first"::equals)).hasSize(1);
	}

	@Test
	void lossIsCountedAndToldInItsPlace() {
		CountDownLatch go = new CountDownLatch(1);
		CountDownLatch inside = new CountDownLatch(1);
		AtomicLong lost = new AtomicLong();
		AmiEventCallback<HangupEvent> callback = new AmiEventCallback<>() {

			@Override
			public void onEvent(HangupEvent event, Manager manager) throws Exception {
				inside.countDown();
				go.await();
				ManagerCallbackTests.this.seen.add(event.channel());
			}

			@Override
			public void onEventsLost(EventsLostEvent event, Manager manager) {
				lost.set(event.count());
				ManagerCallbackTests.this.seen.add("lost");
			}

		};
		Registration registration = this.manager.registerCallback(HangupEvent.class, callback,
				CallbackOptions.DEFAULTS.withQueueCapacity(2).withName("slow"));
		this.asterisk.broadcast(hangup(0));
		await().atMost(PATIENCE).until(() -> inside.getCount() == 0);
		for (int i = 1; i <= 5; i++) {
			this.asterisk.broadcast(hangup(i));
		}
		await().atMost(PATIENCE).until(() -> registration.lost() == 3);
		assertThat(this.manager.status().lostEvents()).isEqualTo(3);
		go.countDown();
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.seen).containsExactly("PJSIP/0", "lost", "PJSIP/4", "PJSIP/5"));
		assertThat(lost).hasValue(3);
	}

	@Test
	void callbackThatMustNotMissEventsEndsTheConnectionInstead() {
		CountDownLatch forever = new CountDownLatch(1);
		this.manager.registerCallback(HangupEvent.class, (event, m) -> forever.await(),
				CallbackOptions.DEFAULTS.withQueueCapacity(1).withOverflow(OverflowPolicy.DISCONNECT));
		for (int i = 0; i < 5; i++) {
			this.asterisk.broadcast(hangup(i));
		}
		await().atMost(PATIENCE).until(() -> this.manager.status().connects() >= 2);
		forever.countDown();
	}

	@Test
	void nextEventIsTheFirstThatFulfilsTheCondition() {
		CompletableFuture<HangupEvent> next = this.manager.nextEvent(HangupEvent.class,
				(event) -> event.channel().equals("PJSIP/2"));
		this.asterisk.broadcast(hangup(1));
		this.asterisk.broadcast(hangup(2));
		assertThat(next.join().channel()).isEqualTo("PJSIP/2");
	}

	@Test
	void ownClassMayViewAnEvent() {
		use(builder().eventType(new AmiEventType<>("Flash", FlashEvent.class, FlashEvent::new)));
		this.manager.connect();
		this.manager.registerCallback(FlashEvent.class, (event, m) -> this.seen.add(event.color()));
		this.asterisk.broadcast(AmiFrame.event("Flash").with("Privilege", "call,all").with("Color", "red"));
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.seen).containsExactly("red"));
	}

	@Test
	void classThatNoEventHasIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.manager.registerCallback(FlashEvent.class, (event, m) -> {
			}))
			.withMessageContaining("FlashEvent");
	}

	private static AmiFrame hangup(int channel) {
		return AmiFrame.event("Hangup").with("Privilege", "call,all").with("Channel", "PJSIP/" + channel);
	}

	private static final class FlashEvent extends AmiEvent {

		FlashEvent(AmiHeaders headers) {
			super(headers);
		}

		String color() {
			return required("Color");
		}

	}

}
