package io.pystrix.integration;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.pystrix.ami.Manager;
import io.pystrix.ami.action.HangupMatchingAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.OriginateResult;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A manager for tests that send actions, and calls for actions that need one.
 */
abstract class ActionsSupport {

	final Manager manager = RealAsterisk.builder().build();

	@BeforeEach
	void connect() {
		this.manager.connect();
	}

	@AfterEach
	void close() {
		this.manager.close();
	}

	<R> R send(AmiAction<R> action) {
		return this.manager.sendAction(action);
	}

	void succeeds(AmiAction<?> action) {
		AmiResponse response = this.manager.exchange(action);
		assertThat(response.isSuccess()).as(action + ": " + response).isTrue();
	}

	/** Asterisk understands the action and says why it cannot do it here. */
	void isRefused(AmiAction<?> action, String reason) {
		AmiResponse response = this.manager.exchange(action);
		assertThat(response.isSuccess()).as(action + ": " + response).isFalse();
		assertThat(response.message()).as(action.name()).contains(reason);
	}

	/** The channel of a silent caller who is connected with an extension. */
	String call(String exten) throws Exception {
		OriginateAction call = new OriginateAction("Local/" + exten + "@default/n").application("Wait", "60")
			.channelId(UUID.randomUUID().toString());
		OriginateResult result = soon(this.manager.originate(call));
		assertThat(result.isAnswered()).as(exten).isTrue();
		return result.channel();
	}

	/** The half of a Local channel that runs the extension. */
	static String farHalf(String channel) {
		return channel.replaceFirst(";1$", ";2");
	}

	void hangUp(String exten) {
		send(new HangupMatchingAction("^Local/" + exten + "@"));
	}

	<E extends AmiEvent> CompletableFuture<E> next(Class<E> type) {
		return this.manager.nextEvent(type, (event) -> true);
	}

	static <T> T soon(CompletableFuture<T> future) throws Exception {
		return future.get(RealAsterisk.PATIENCE.toSeconds(), TimeUnit.SECONDS);
	}

}
