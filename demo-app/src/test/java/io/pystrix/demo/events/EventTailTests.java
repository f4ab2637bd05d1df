package io.pystrix.demo.events;

import java.util.List;

import io.pystrix.ami.EventsLostEvent;
import io.pystrix.ami.Manager;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.message.AmiHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class EventTailTests {

	private final Manager manager = Manager.builder().host("127.0.0.1").build();

	private final EventTail tail = new EventTail(this.manager);

	@AfterEach
	void close() {
		this.manager.close();
	}

	@Test
	void anEventIsShownWithoutWhatEveryEventHas() {
		hear("Event: Hangup", "Privilege: call,all", "Channel: PJSIP/100-00000001", "Cause: 16");
		assertThat(events()).singleElement().satisfies((event) -> {
			assertThat(event.name()).isEqualTo("Hangup");
			assertThat(event.headers()).containsExactly("Channel: PJSIP/100-00000001", "Cause: 16");
		});
	}

	@Test
	void theLastEventsAreKeptAndNumbered() {
		for (int i = 0; i < 1000; i++) {
			hear("Event: Hangup", "Channel: " + i);
		}
		assertThat(events()).hasSize(250).last().extracting(EventItem::id).isEqualTo("1000");
	}

	@Test
	void eventsThatWereLostTakeNumbers() {
		EventsLostEvent lost = mock(EventsLostEvent.class);
		given(lost.count()).willReturn(40L);
		hear("Event: Hangup");
		this.tail.onEventsLost(lost, this.manager);
		hear("Event: Hangup");
		assertThat(events()).extracting(EventItem::id).containsExactly("1", "42");
	}

	@Test
	void longValuesAreCut() {
		hear("Event: Hangup", "Channel: " + "x".repeat(5000));
		assertThat(events().get(0).headers().get(0)).hasSizeLessThan(400).endsWith("…");
	}

	private void hear(String... lines) {
		this.tail.onEvent(new HangupEvent(AmiHeaders.parse(lines)), this.manager);
	}

	@SuppressWarnings("unchecked")
	private List<EventItem> events() {
		return (List<EventItem>) this.tail.eventsSection().items().get();
	}

}
