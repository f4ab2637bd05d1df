package io.pystrix.agi.async;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import io.pystrix.UnreadableException;
import io.pystrix.agi.AgiListener;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptOutcome;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever code of the application throws, the channel goes on in the dialplan, which is
 * told of the failure, and the next channel is served.
 */
@Timeout(60)
class AsyncAgiHandOverTests extends AsyncAgiSupport {

	private final AtomicBoolean armed = new AtomicBoolean(true);

	private volatile Supplier<Throwable> thrown = () -> new IllegalStateException("by intent");

	@Override
	AsyncAgiServerBuilder configure(AsyncAgiServerBuilder builder) {
		return builder.executor((task) -> {
			strike();
			new Thread(task).start();
		});
	}

	@ParameterizedTest
	@EnumSource
	void anExecutorThatFailsSendsTheChannelOn(Thrown thrown) throws Exception {
		this.thrown = thrown.supplier;
		this.scripts.register("demo", (agi, request) -> this.told.add("served"));
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1");
		asterisk.enter("1.1", "demo");
		await().atMost(PATIENCE)
			.until(() -> this.simulator.requests("AGI").stream().map((request) -> request.get("Command")).toList(),
					(commands) -> commands.size() == 2 && commands.get(0).contains("FAILURE")
							&& commands.get(1).equals("ASYNCAGI BREAK"));
		asterisk.enter("1.2", "demo");
		assertThat(next()).isEqualTo("served");
		awaitNoCalls();
		assertThat(this.log.from(Level.WARN)).singleElement()
			.asString()
			.contains("Refused the call of PJSIP/1.1: there is no thread for it");
		assertThat(this.server.status().refusedCalls()).isOne();
	}

	@ParameterizedTest
	@EnumSource
	void aListenerThatFailsChangesNothing(Thrown thrown) throws Exception {
		this.armed.set(false);
		this.thrown = thrown.supplier;
		this.server.close();
		this.server = configure(AsyncAgiServer.builder(this.manager).scripts(this.scripts)).listener(new AgiListener() {

			@Override
			public void callStarted(AgiRequest request) {
				AsyncAgiHandOverTests.this.armed.set(true);
				strike();
			}

			@Override
			public void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration, Throwable failure) {
				AsyncAgiHandOverTests.this.told.add(String.valueOf(outcome));
			}

		}).build();
		this.server.start();
		this.scripts.register("demo", (agi, request) -> this.told.add("served"));
		new PipeAsterisk(this.simulator, (command) -> "200 result=1").enter("1.1", "demo");
		assertThat(next()).isEqualTo("served");
		assertThat(next()).isEqualTo("COMPLETED");
		awaitNoCalls();
	}

	private void strike() {
		if (this.armed.compareAndSet(true, false)) {
			AsyncAgiHandOverTests.<RuntimeException>sneak(this.thrown.get());
		}
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void sneak(Throwable thrown) throws T {
		throw (T) thrown;
	}

	/** What is thrown. */
	enum Thrown {

		RUNTIME_EXCEPTION(() -> new IllegalStateException("by intent")),
		REJECTED(() -> new RejectedExecutionException("by intent")), ERROR(() -> new Error("by intent")),
		NO_CLASS(() -> new NoClassDefFoundError("by intent")),
		STACK_OVERFLOW(() -> new StackOverflowError("by intent")), CHECKED(() -> new InterruptedException("by intent")),
		UNREADABLE(UnreadableException::new);

		private final Supplier<Throwable> supplier;

		Thrown(Supplier<Throwable> supplier) {
			this.supplier = supplier;
		}

	}

}
