package io.pystrix.spring.agi;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiDeadChannelException;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.fastagi.FastAgiListener;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.spring.support.InvalidHandlerException;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AgiExceptionHandler} and {@link AgiAdvice}, by calls.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class AgiExceptionHandlerTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Server.class);

	@Test
	void theClosestMethodOfTheBeanHandlesWhatItsScriptsThrow(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(Local.class).run((context) -> {
			assertThat(call(context, "local/io")).isEqualTo("io: local/io");
			assertThat(call(context, "local/missing")).isEqualTo("missing: no such file 7");
			assertThat(call(context, "local/state")).isEqualTo("runtime");
			assertThat(call(context, "local/argument")).isEqualTo("runtime");
			assertThat(outcomes(context, 4)).containsOnly(ScriptOutcome.COMPLETED);
			assertThat(output).doesNotContain("ERROR");
		});
	}

	@Test
	void whatNoMethodHandlesFailsTheScript(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(Local.class).run((context) -> {
			assertThat(call(context, "local/error")).isEqualTo("FAILURE");
			assertThat(outcomes(context, 1)).containsExactly(ScriptOutcome.FAILED);
			assertThat(output).contains("AGI script 'local/(?<what>\\w+)' failed");
		});
	}

	@Test
	void scriptsThatAreBeansHaveTheirMethodsToo() {
		this.contextRunner.withUserConfiguration(Bean1.class)
			.run((context) -> assertThat(call(context, "bean")).isEqualTo("handled by the bean"));
	}

	@Test
	void adviceIsForAllScriptsInItsOrder() {
		this.contextRunner.withUserConfiguration(LateAdvice.class, EarlyAdvice.class, Local.class, Bean2.class)
			.run((context) -> {
				assertThat(call(context, "local/io")).isEqualTo("io: local/io");
				assertThat(call(context, "local/error")).isEqualTo("late advice");
				assertThat(call(context, "other")).isEqualTo("early advice");
				context.getBean(ScriptRegistry.class).register("late", (agi, request) -> {
					throw new IllegalStateException("late");
				});
				assertThat(call(context, "late")).isEqualTo("early advice");
			});
	}

	@Test
	void aBeanMethodMayMakeAdvice() {
		this.contextRunner.withUserConfiguration(AdviceBeans.class, Bean2.class)
			.run((context) -> assertThat(call(context, "other")).isEqualTo("plain advice"));
	}

	@Test
	void whatAMethodThrowsGoesOn(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(Rethrowing.class).run((context) -> {
			assertThat(call(context, "same")).isEqualTo("FAILURE");
			assertThat(output).contains("IllegalStateException: same");
			assertThat(call(context, "other")).isEqualTo("FAILURE");
			assertThat(output).contains("IOException: instead").contains("Suppressed: java.lang.UnsupportedOperation");
		});
		this.contextRunner.withUserConfiguration(Rethrowing.class, EarlyAdvice.class)
			.run((context) -> assertThat(call(context, "same")).isEqualTo("early advice"));
	}

	@Test
	void theEndOfACallIsHandledOnlyByThoseWhoNameIt() {
		this.contextRunner.withUserConfiguration(Ends.class, LateAdvice.class).run((context) -> {
			assertThat(call(context, "hangup")).isNull();
			assertThat(outcomes(context, 1)).containsExactly(ScriptOutcome.HANGUP);
			assertThat(call(context, "dead")).isNull();
			assertThat(call(context, "interrupted")).isEqualTo("FAILURE");
			assertThat(context.getBean(Server.class).handled).isEmpty();
		});
		this.contextRunner.withUserConfiguration(Ends.class, EndAdvice.class).run((context) -> {
			call(context, "hangup");
			call(context, "dead");
			call(context, "interrupted");
			assertThat(outcomes(context, 3)).containsOnly(ScriptOutcome.COMPLETED);
			assertThat(context.getBean(Server.class).handled).containsExactly("hangup", "dead", "interrupted");
		});
	}

	@Test
	void interceptorsSeeTheScriptAsTheDialplanDoes() {
		this.contextRunner.withUserConfiguration(Bean2.class, EarlyAdvice.class, Interceptors.class).run((context) -> {
			assertThat(call(context, "other")).isEqualTo("early advice");
			assertThat(context.getBean(Server.class).handled).containsExactly("before", "after");
			assertThat(call(context, "other?refuse")).isEqualTo("FAILURE");
		});
	}

	@Test
	void anArgumentThatCannotBeUsedIsHandledToo() {
		this.contextRunner.withUserConfiguration(BadArgument.class)
			.run((context) -> assertThat(call(context, "argument?number=many")).isEqualTo("Cannot use 'many'"));
	}

	@Test
	void mistakesNameTheBeanAndTheMethod() {
		assertFailure(NoType.class, "method NoType.handle() of bean", "needs a value, or one parameter");
		assertFailure(TwoTypes.class, "needs a value, or one parameter");
		assertFailure(Same.class, "method Same.two(IOException)",
				"IOException is handled by another method of the bean already: method Same.one(");
		assertFailure(Narrow.class, "It is to handle IOException, which parameter 'ex' of type"
				+ " java.io.FileNotFoundException cannot take");
		assertFailure(Unused.class, "It would never be called");
		assertFailure(Returning.class, "returns a value");
		assertFailure(Unsupported.class, "Nothing provides parameter 'thread' of type java.lang.Thread");
	}

	private void assertFailure(Class<?> configuration, String... messages) {
		this.contextRunner.withUserConfiguration(configuration)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(InvalidHandlerException.class)
				.hasMessageContainingAll(messages));
	}

	private static @Nullable String call(AssertableApplicationContext context, String script) {
		FastAgiServer server = context.getBean(FastAgiServer.class);
		try (AgiCall call = AgiCaller.to(server.address()).script(script).argument("7").call()) {
			String status = call.awaitEnd(Duration.ofSeconds(30)).variable("AGI_SCRIPT_STATUS");
			return (status != null) ? status : call.variable("HANDLED");
		}
	}

	private static List<ScriptOutcome> outcomes(AssertableApplicationContext context, int number) {
		List<ScriptOutcome> outcomes = context.getBean(Server.class).outcomes;
		await().until(() -> outcomes.size() == number);
		return outcomes;
	}

	@Configuration(proxyBeanMethods = false)
	@Import(AgiScriptProcessorTests.Processor.class)
	static class Server {

		final List<String> handled = new CopyOnWriteArrayList<>();

		final List<ScriptOutcome> outcomes = new CopyOnWriteArrayList<>();

		@Bean(initMethod = "start")
		FastAgiServer server(ScriptRegistry scripts) {
			return FastAgiServer.builder().port(0).scripts(scripts).listener(new FastAgiListener() {
				@Override
				public void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration,
						@Nullable Throwable failure) {
					Server.this.outcomes.add(outcome);
				}
			}).build();
		}

	}

	@Component
	static class Local {

		@AgiScript("local/(?<what>\\w+)")
		void script(@AgiGroup String what) throws IOException {
			switch (what) {
				case "io" -> throw new IOException("io");
				case "missing" -> throw new FileNotFoundException("no such file");
				case "state" -> throw new IllegalStateException("state");
				case "argument" -> throw new IllegalArgumentException("argument");
				default -> throw new AssertionError("error");
			}
		}

		@AgiExceptionHandler
		void io(Agi agi, AgiRequest request, IOException ex) {
			agi.setVariable("HANDLED", ex.getMessage() + ": " + request.path());
		}

		@AgiExceptionHandler
		void missing(FileNotFoundException ex, Agi agi, @AgiArg(0) int number, @AgiGroup String what) {
			agi.setVariable("HANDLED", what + ": " + ex.getMessage() + " " + number);
		}

		@AgiExceptionHandler({ IllegalStateException.class, IllegalArgumentException.class })
		void runtime(Agi agi) {
			agi.setVariable("HANDLED", "runtime");
		}

	}

	@AgiScript("bean")
	static class Bean1 implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) throws IOException {
			throw new IOException("bean");
		}

		@AgiExceptionHandler(Exception.class)
		void handled(Agi agi, @AgiGroup("none") @Nullable String group) {
			assertThat(group).isNull();
			agi.setVariable("HANDLED", "handled by the bean");
		}

	}

	@AgiScript("other")
	static class Bean2 implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			throw new IllegalStateException("other");
		}

	}

	@AgiAdvice
	@Order(1)
	static class EarlyAdvice {

		@AgiExceptionHandler
		void handle(RuntimeException ex, Agi agi) {
			agi.setVariable("HANDLED", "early advice");
		}

	}

	@AgiAdvice
	@Order(2)
	static class LateAdvice {

		@AgiExceptionHandler
		void handle(Throwable ex, Agi agi) {
			agi.setVariable("HANDLED", "late advice");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AdviceBeans {

		@Bean
		@AgiAdvice
		@Order(2)
		Plain plain() {
			return new Plain();
		}

		@Bean
		@Order(3)
		LateAdvice later() {
			return new LateAdvice();
		}

	}

	static class Plain {

		@AgiExceptionHandler
		void handle(IllegalStateException ex, Agi agi) {
			agi.setVariable("HANDLED", "plain advice");
		}

	}

	@Component
	static class Rethrowing {

		@AgiScript("same")
		void same() {
			throw new IllegalStateException("same");
		}

		@AgiScript("other")
		void other() {
			throw new UnsupportedOperationException("other");
		}

		@AgiExceptionHandler
		void same(IllegalStateException ex) {
			throw ex;
		}

		@AgiExceptionHandler(UnsupportedOperationException.class)
		void other(Agi agi) throws IOException {
			throw new IOException("instead");
		}

	}

	@Component
	static class Ends {

		@AgiScript("hangup")
		void hangup() {
			throw new AgiHangupException("gone");
		}

		@AgiScript("dead")
		void dead() {
			throw new AgiDeadChannelException("dead");
		}

		@AgiScript("interrupted")
		void interrupted() throws InterruptedException {
			throw new InterruptedException("stopped");
		}

	}

	@AgiAdvice
	static class EndAdvice {

		private final Server server;

		EndAdvice(Server server) {
			this.server = server;
		}

		@AgiExceptionHandler
		void handle(AgiHangupException ex) {
			this.server.handled.add("hangup");
		}

		@AgiExceptionHandler
		void handle(AgiDeadChannelException ex) {
			this.server.handled.add("dead");
		}

		@AgiExceptionHandler
		void handle(InterruptedException ex) {
			this.server.handled.add("interrupted");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Interceptors {

		@Bean
		AgiInterceptor interceptor(Server server) {
			return (agi, request, next) -> {
				if (request.parameters().containsKey("refuse")) {
					throw new IllegalStateException("refused");
				}
				server.handled.add("before");
				next.handle(agi, request);
				server.handled.add("after");
			};
		}

	}

	@Component
	static class BadArgument {

		@AgiScript("argument")
		void script(@AgiParam int number) {
		}

		@AgiExceptionHandler
		void handle(AgiArgumentException ex, Agi agi) {
			agi.setVariable("HANDLED", ex.getMessage().substring(0, "Cannot use 'many'".length()));
		}

	}

	abstract static class WithScript {

		@AgiScript("script")
		void script() {
		}

	}

	@Component
	static class NoType extends WithScript {

		@AgiExceptionHandler
		void handle() {
		}

	}

	@Component
	static class TwoTypes extends WithScript {

		@AgiExceptionHandler
		void handle(IOException one, RuntimeException two) {
		}

	}

	@Component
	static class Same extends WithScript {

		@AgiExceptionHandler
		void one(IOException ex) {
		}

		@AgiExceptionHandler
		void two(IOException ex) {
		}

	}

	@Component
	static class Narrow extends WithScript {

		@AgiExceptionHandler(IOException.class)
		void handle(FileNotFoundException ex) {
		}

	}

	@Component
	static class Unused {

		@AgiExceptionHandler
		void handle(IOException ex) {
		}

	}

	@Component
	static class Returning extends WithScript {

		@AgiExceptionHandler
		String handle(IOException ex) {
			return "";
		}

	}

	@Component
	static class Unsupported extends WithScript {

		@AgiExceptionHandler
		void handle(IOException ex, Thread thread) {
		}

	}

}
