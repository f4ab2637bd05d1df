package io.pystrix.integration;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChannelOrderTests {

	private static final String BEGIN_1 = RawAmi.note("Newchannel", "1.1", "");

	private static final String END_1 = RawAmi.note("Hangup", "1.1", "");

	private static final String BEGIN_2 = RawAmi.note("Newchannel", "1.2", "");

	private static final String ANSWER_1 = RawAmi.note("OriginateResponse", "1.1", "");

	private static final String DEVICE = RawAmi.note("DeviceStateChange", "", "");

	private static final String MARK = RawAmi.note("UserEvent", "", "mark");

	@Test
	void channelsAndWhatHasNoneMayComeInAnyOrder() {
		assertThat(ChannelOrder.firstDifference(List.of(BEGIN_1, BEGIN_2, DEVICE, MARK, END_1, ANSWER_1),
				List.of(MARK, BEGIN_2, ANSWER_1, BEGIN_1, END_1, DEVICE)))
			.isEmpty();
	}

	@Test
	void theEventsOfAChannelHaveOneOrder() {
		assertThat(ChannelOrder.firstDifference(List.of(BEGIN_1, BEGIN_2, END_1), List.of(END_1, BEGIN_2, BEGIN_1)))
			.hasValueSatisfying((difference) -> assertThat(difference).startsWith("channel '1.1'"));
	}

	@Test
	void everyEventCounts() {
		assertThat(ChannelOrder.firstDifference(List.of(BEGIN_1), List.of(BEGIN_1, BEGIN_1))).isPresent();
		assertThat(ChannelOrder.firstDifference(List.of(BEGIN_1, BEGIN_2), List.of(BEGIN_1))).isPresent();
		assertThat(ChannelOrder.firstDifference(List.of(DEVICE), List.of(DEVICE, DEVICE))).isPresent();
	}

}
