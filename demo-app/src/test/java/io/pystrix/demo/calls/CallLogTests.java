package io.pystrix.demo.calls;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallLogTests {

	private final CallLog calls = new CallLog(new DemoProperties("Local/wait@default", "default", 2));

	@Test
	void theNewestCallsAreKept() {
		this.calls.placed("a", "100");
		this.calls.placed("b", "100");
		this.calls.placed("c", "100");
		assertThat(this.calls.list()).extracting(Call::id).containsExactly("c", "b");
		assertThat(this.calls.find("a")).isNull();
	}

	@Test
	void newsOfAnUnknownCallAreNoCall() {
		this.calls.outcome("a", "hung up");
		assertThat(this.calls.list()).isEmpty();
	}

}
