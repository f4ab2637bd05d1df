package io.pystrix.agi.fastagi;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.UnreadableException;
import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever code of the application throws, wherever the server calls it: the connection
 * ends, nothing is counted as running any more, it is logged, and the next call is
 * served.
 */
@Timeout(60)
class HandOverTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	static Stream<Arguments> everywhere() {
		return Stream.of(Place.values())
			.flatMap((place) -> Stream.of(Thrown.values()).map((thrown) -> Arguments.of(place, thrown)));
	}

	@ParameterizedTest
	@MethodSource("everywhere")
	void everythingEnds(Place place, Thrown thrown) throws Exception {
		Fault fault = new Fault(thrown);
		FastAgiServerBuilder builder = FastAgiServer.builder().port(0).handshakeTimeout(Duration.ofSeconds(10));
		place.setUp.accept(builder, fault);
		try (LogCapture log = new LogCapture("io.pystrix.agi"); FastAgiServer server = builder.build()) {
			place.registry.accept(server, fault);
			if (server.scripts().find("demo").isEmpty()) {
				server.scripts().register("demo", (agi, request) -> agi.noop());
			}
			server.start();
			fault.armed.set(true);
			try (RawCaller caller = RawCaller.call(server, "demo")) {
				caller.answerUntilEnd();
			}
			await().atMost(PATIENCE)
				.until(() -> server.status().activeCalls() == 0 && server.status().queuedCalls() == 0);
			assertThat(fault.armed).as("was thrown").isFalse();
			await().atMost(PATIENCE).until(() -> !log.from(Level.WARN).isEmpty());
			long before = server.status().endedCalls(ScriptOutcome.COMPLETED);
			try (RawCaller caller = RawCaller.call(server, "demo")) {
				caller.answerUntilEnd();
			}
			await().atMost(PATIENCE).until(() -> server.status().endedCalls(ScriptOutcome.COMPLETED) == before + 1);
		}
	}

	/** What is thrown. */
	enum Thrown {

		RUNTIME_EXCEPTION(() -> new IllegalStateException("by intent")),
		REJECTED(() -> new RejectedExecutionException("by intent")), ERROR(() -> new Error("by intent")),
		NO_CLASS(() -> new NoClassDefFoundError("by intent")),
		STACK_OVERFLOW(() -> new StackOverflowError("by intent")), ASSERTION(() -> new AssertionError("by intent")),
		CHECKED(() -> new InterruptedException("by intent")), UNREADABLE(UnreadableException::new);

		private final Supplier<Throwable> supplier;

		Thrown(Supplier<Throwable> supplier) {
			this.supplier = supplier;
		}

	}

	/** Where it is thrown. */
	enum Place {

		EXECUTOR((builder, fault) -> builder.executor((task) -> {
			fault.strike();
			new Thread(task).start();
		})), DECORATED_TASK((builder, fault) -> builder.executor((task) -> fault.after(task).run())),

		SCRIPT((builder, fault) -> {
		}, (server, fault) -> server.scripts().register("demo", (agi, request) -> fault.strike())),

		INTERCEPTOR((builder, fault) -> {
		}, (server, fault) -> server.scripts().addInterceptor((agi, request, next) -> {
			fault.strike();
			next.handle(agi, request);
		})),

		HANGUP_CALLBACK((builder, fault) -> {
		}, (server, fault) -> server.scripts().register("demo", (agi, request) -> {
			agi.onHangup(fault::strike);
			agi.hangup();
			while (!agi.isHungUp()) {
				Thread.onSpinWait();
			}
		})),

		COMMAND((builder, fault) -> {
		}, (server, fault) -> server.scripts()
			.register("demo", (agi, request) -> agi.execute(new AgiCommand<Integer>("NOOP") {

				@Override
				public Integer result(AgiReply reply) {
					fault.strike();
					return 1;
				}

			}))),

		LISTENER_STARTED((builder, fault) -> builder.listener(new FastAgiListener() {

			@Override
			public void callStarted(AgiRequest request) {
				fault.strike();
			}

		})), LISTENER_COMMAND((builder, fault) -> builder.listener(new FastAgiListener() {

			@Override
			public void commandStarted(AgiRequest request, AgiCommand<?> command) {
				fault.strike();
			}

		})), LISTENER_REPLY((builder, fault) -> builder.listener(new FastAgiListener() {

			@Override
			public void commandReplied(AgiRequest request, AgiCommand<?> command, AgiReply reply) {
				fault.strike();
			}

		})), LISTENER_ENDED((builder, fault) -> builder.listener(new FastAgiListener() {

			@Override
			public void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration,
					@Nullable Throwable failure) {
				fault.strike();
			}

		})), LISTENER_REFUSED((builder, fault) -> builder.executor(rejecting(fault)).listener(new FastAgiListener() {

			@Override
			public void callRefused(@Nullable SocketAddress remoteAddress, RefusalReason reason) {
				fault.strike();
			}

		}));

		private final BiConsumer<FastAgiServerBuilder, Fault> setUp;

		private final BiConsumer<FastAgiServer, Fault> registry;

		Place(BiConsumer<FastAgiServerBuilder, Fault> setUp) {
			this(setUp, (server, fault) -> {
			});
		}

		Place(BiConsumer<FastAgiServerBuilder, Fault> setUp, BiConsumer<FastAgiServer, Fault> registry) {
			this.setUp = setUp;
			this.registry = registry;
		}

		private static Executor rejecting(Fault fault) {
			return (task) -> {
				if (fault.armed.get()) {
					throw new RejectedExecutionException("by intent");
				}
				new Thread(task).start();
			};
		}

	}

	/** Throws once. */
	static final class Fault {

		private final AtomicBoolean armed = new AtomicBoolean();

		private final Thrown thrown;

		Fault(Thrown thrown) {
			this.thrown = thrown;
		}

		void strike() {
			if (this.armed.compareAndSet(true, false)) {
				Fault.<RuntimeException>sneak(this.thrown.supplier.get());
			}
		}

		Runnable after(Runnable task) {
			return () -> {
				task.run();
				strike();
			};
		}

		@SuppressWarnings("unchecked")
		private static <T extends Throwable> void sneak(Throwable thrown) throws T {
			throw (T) thrown;
		}

	}

}
