package io.pystrix.spring.boot.autoconfigure.observation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import brave.Tracing;
import brave.context.slf4j.MDCScopeDecorator;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.ThreadLocalCurrentTraceContext;
import brave.propagation.TraceContext;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.brave.bridge.BraveCurrentTraceContext;
import io.micrometer.tracing.brave.bridge.BraveTracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.PingAction;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.FastAgiAutoConfiguration;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
		Tracer tracer = new BraveTracer(this.tracing.tracer(),
				new BraveCurrentTraceContext(this.tracing.currentTraceContext()));
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new DefaultTracingObservationHandler(tracer));
		new ApplicationContextRunner().withBean("observationRegistry", ObservationRegistry.class, () -> registry)
			.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, FastAgiAutoConfiguration.class,
					AmiObservationAutoConfiguration.class, FastAgiObservationAutoConfiguration.class))
			.withPropertyValues("asterisk.fastagi.port=0", "asterisk.ami.port=" + this.asterisk.port(),
					"asterisk.ami.username=admin", "asterisk.ami.password=secret")
			.run((context) -> {
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

}
