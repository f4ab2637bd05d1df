package io.pystrix.spring.boot.autoconfigure.observation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import brave.Tracing;
import brave.context.slf4j.MDCScopeDecorator;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.ThreadLocalCurrentTraceContext;
import brave.propagation.TraceContext;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.brave.bridge.BraveCurrentTraceContext;
import io.micrometer.tracing.brave.bridge.BraveTracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.pystrix.agi.MdcInterceptor;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.UserEventEvent;
import io.pystrix.spring.ami.AmiListenerRegistry;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.FastAgiAutoConfiguration;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what a tracer makes of the observations.
 */
@Timeout(120)
class TracingTests {

	@AutoClose
	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start();

	private final List<MutableSpan> spans = new CopyOnWriteArrayList<>();

	@AutoClose
	private final Tracing tracing = Tracing.newBuilder()
		.currentTraceContext(
				ThreadLocalCurrentTraceContext.newBuilder().addScopeDecorator(MDCScopeDecorator.get()).build())
		.addSpanHandler(new SpanHandler() {

			@Override
			public boolean end(TraceContext context, MutableSpan span, Cause cause) {
				return TracingTests.this.spans.add(span);
			}

		})
		.build();

	@Test
	void theActionsOfAScriptBelongToItsTraceAndItsLogLinesTellTheTrace() {
		runner().run((context) -> {
			Manager manager = context.getBean(Manager.class);
			await().until(manager::isConnected);
			List<String> traces = new CopyOnWriteArrayList<>();
			context.getBean(ScriptRegistry.class).register("sales", (agi, request) -> {
				traces.add(MDC.get("traceId"));
				manager.sendAction(new PingAction());
				manager.sendActionAsync(new PingAction()).get();
			});
			FastAgiServer server = context.getBean(FastAgiServer.class);
			try (AgiCall call = AgiCaller.to(server.address()).script("sales").call()) {
				call.awaitEnd(Duration.ofSeconds(30));
			}
			await().until(() -> this.spans.size() == 3);
			MutableSpan script = this.spans.get(2);
			assertThat(script.name()).isEqualTo("agi sales");
			assertThat(traces).containsExactly(script.traceId());
			assertThat(this.spans.subList(0, 2)).allSatisfy((action) -> {
				assertThat(action.name()).isEqualTo("ami Ping");
				assertThat(action.parentId()).isEqualTo(script.id());
				assertThat(action.traceId()).isEqualTo(script.traceId());
			});
		});
	}

	@Test
	void theLineAboutAScriptThatFailedTellsTheTraceAndTheCall() {
		try (LogLines lines = new LogLines("io.pystrix.agi.script")) {
			runner().run((context) -> {
				context.getBean(ScriptRegistry.class).register("sales", (agi, request) -> {
					throw new IllegalStateException("by intent");
				});
				call(context.getBean(FastAgiServer.class), "sales");
				call(context.getBean(FastAgiServer.class), "nowhere");
				await().until(() -> this.spans.size() == 2 && lines.list().size() == 2);
			});
			ILoggingEvent failure = lines.list().get(0);
			assertThat(failure.getFormattedMessage()).startsWith("AGI script 'sales' failed");
			assertThat(failure.getMDCPropertyMap()).containsEntry("traceId", this.spans.get(0).traceId())
				.containsEntry(MdcInterceptor.SCRIPT, "sales");
			ILoggingEvent missing = lines.list().get(1);
			assertThat(missing.getFormattedMessage()).startsWith("No AGI script for 'nowhere'");
			assertThat(missing.getMDCPropertyMap()).containsEntry("traceId", this.spans.get(1).traceId())
				.containsKey(MdcInterceptor.CHANNEL);
			assertThat(lines.scopes()).containsExactly(true, true);
			assertThat(this.spans.get(1).tags()).containsEntry("script", "none").containsEntry("outcome", "not_found");
		}
	}

	@Test
	void theLineAboutAListenerThatFailedTellsTheTrace() {
		AtomicInteger handled = new AtomicInteger();
		try (LogLines lines = new LogLines(AmiListenerRegistry.class.getName())) {
			runner().run((context) -> {
				await().until(context.getBean(Manager.class)::isConnected);
				context.getBean(AmiListenerRegistry.class).register("boom", UserEventEvent.class, (event, manager) -> {
					if (handled.incrementAndGet() == 1) {
						throw new IllegalStateException("by intent");
					}
					throw new NoClassDefFoundError("by intent");
				});
				this.asterisk.broadcast(AmiFrame.event("UserEvent").with("UserEvent", "x"));
				this.asterisk.broadcast(AmiFrame.event("UserEvent").with("UserEvent", "x"));
				await().until(() -> this.spans.size() == 2 && lines.list().size() == 2);
			});
			assertThat(lines.list()).extracting((line) -> line.getMDCPropertyMap().get("traceId"))
				.containsExactly(this.spans.get(0).traceId(), this.spans.get(1).traceId());
			assertThat(lines.scopes()).containsExactly(true, true);
		}
	}

	private ApplicationContextRunner runner() {
		Tracer tracer = new BraveTracer(this.tracing.tracer(),
				new BraveCurrentTraceContext(this.tracing.currentTraceContext()));
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new DefaultTracingObservationHandler(tracer));
		return new ApplicationContextRunner().withBean("observationRegistry", ObservationRegistry.class, () -> registry)
			.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, FastAgiAutoConfiguration.class,
					AmiObservationAutoConfiguration.class, FastAgiObservationAutoConfiguration.class))
			.withPropertyValues("asterisk.fastagi.port=0", "asterisk.ami.port=" + this.asterisk.port(),
					"asterisk.ami.username=admin", "asterisk.ami.password=secret");
	}

	private static void call(FastAgiServer server, String script) {
		try (AgiCall call = AgiCaller.to(server.address()).script(script).call()) {
			call.awaitEnd(Duration.ofSeconds(30));
		}
	}

	/**
	 * What a logger logs above INFO, and whether a trace was current then, as appenders
	 * of tracers want it.
	 */
	private final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

		private final List<ILoggingEvent> list = new CopyOnWriteArrayList<>();

		private final List<Boolean> scopes = new CopyOnWriteArrayList<>();

		private final Logger logger;

		LogLines(String name) {
			this.logger = (Logger) LoggerFactory.getLogger(name);
			this.logger.addAppender(this);
			start();
		}

		List<ILoggingEvent> list() {
			return this.list;
		}

		List<Boolean> scopes() {
			return this.scopes;
		}

		@Override
		protected void append(ILoggingEvent event) {
			if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
				event.prepareForDeferredProcessing();
				this.scopes.add(TracingTests.this.tracing.currentTraceContext().get() != null);
				this.list.add(event);
			}
		}

		@Override
		public void close() {
			this.logger.detachAppender(this);
		}

	}

}
