package io.pystrix.agi.fastagi;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.pystrix.LogCapture;
import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.MdcInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The lines that one looks up by a trace or a channel tell which call they are about.
 */
@Timeout(60)
class FailureLogTests {

	private static final Map<String, String> CONTEXT = Map.of("agi.channel", "PJSIP/100-00000001", "agi.uniqueid", "",
			"agi.script", "demo");

	private final LogCapture log = new LogCapture("io.pystrix.agi.script");

	private final FastAgiServer server = FastAgiServer.builder().port(0).build();

	@AfterEach
	void stop() {
		this.server.close();
		this.log.close();
	}

	@Test
	void aFailureHasTheContextOfTheOutermostInterceptor() throws Exception {
		this.server.scripts().addInterceptor(new MdcInterceptor());
		fail();
		assertThat(failure().getMDCPropertyMap()).containsAllEntriesOf(CONTEXT);
	}

	@Test
	void aFailureHasTheContextOfAnInnerInterceptor() throws Exception {
		this.server.scripts().addInterceptor((agi, request, next) -> next.handle(agi, request));
		this.server.scripts().addInterceptor(new MdcInterceptor());
		this.server.scripts().addInterceptor((agi, request, next) -> {
			MDC.put("customer", "7");
			try {
				next.handle(agi, request);
			}
			finally {
				MDC.remove("customer");
			}
		});
		fail();
		assertThat(failure().getMDCPropertyMap()).containsAllEntriesOf(CONTEXT).containsEntry("customer", "7");
	}

	@Test
	void aHandledExceptionIsNotLogged() throws Exception {
		this.server.scripts().addInterceptor(new MdcInterceptor());
		this.server.scripts().addInterceptor((agi, request, next) -> {
			try {
				next.handle(agi, request);
			}
			catch (IllegalStateException ex) {
				agi.noop();
			}
		});
		fail();
		await().until(() -> this.server.status().activeCalls() == 0);
		assertThat(this.log.from(Level.WARN)).isEmpty();
	}

	@Test
	void aCallWithoutAScriptHasTheContextAndNothingElse() throws Exception {
		this.server.scripts().addInterceptor((agi, request, next) -> {
			throw new IllegalStateException("must not be called");
		});
		this.server.scripts().addInterceptor(new MdcInterceptor());
		this.server.start();
		try (RawCaller caller = RawCaller.call(this.server, "nowhere")) {
			caller.expect("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"NOTFOUND\"");
		}
		ILoggingEvent line = failure();
		assertThat(line.getFormattedMessage()).startsWith("No AGI script for 'nowhere'");
		assertThat(line.getMDCPropertyMap()).containsEntry("agi.channel", "PJSIP/100-00000001");
	}

	@Test
	void aFailureIsLoggedInsideTheScopeOfTheOutermostInterceptor() throws Exception {
		ThreadLocal<Boolean> scope = new ThreadLocal<>();
		ThreadLocalAppender appender = new ThreadLocalAppender(scope);
		this.server.scripts().addInterceptor(new AgiInterceptor() {

			@Override
			public void intercept(Agi agi, AgiRequest request, AgiHandler next) throws Exception {
				scope.set(true);
				try {
					next.handle(agi, request);
				}
				finally {
					scope.remove();
				}
			}

			@Override
			public boolean isContextOnly() {
				return true;
			}

		});
		try (appender) {
			fail();
			await().until(() -> appender.inScope != null);
			assertThat(appender.inScope).isTrue();
		}
	}

	private void fail() throws Exception {
		this.server.scripts().register("demo", (agi, request) -> {
			throw new IllegalStateException("by intent");
		});
		this.server.start();
		try (RawCaller caller = RawCaller.call(this.server, "demo")) {
			caller.answerUntilEnd();
		}
	}

	private ILoggingEvent failure() {
		await().until(() -> this.log.above(Level.INFO).size() == 1);
		return this.log.above(Level.INFO).get(0);
	}

	/** Looks at a scope when an error is logged, as an appender of a tracer does. */
	private static final class ThreadLocalAppender extends AppenderBase<ILoggingEvent> implements AutoCloseable {

		private final ThreadLocal<Boolean> scope;

		private final Logger logger = (Logger) LoggerFactory.getLogger("io.pystrix.agi.script");

		private volatile Boolean inScope;

		ThreadLocalAppender(ThreadLocal<Boolean> scope) {
			this.scope = scope;
			this.logger.addAppender(this);
			start();
		}

		@Override
		protected void append(ILoggingEvent event) {
			if (event.getLevel() == Level.ERROR) {
				this.inScope = Boolean.TRUE.equals(this.scope.get());
			}
		}

		@Override
		public void close() {
			this.logger.detachAppender(this);
		}

	}

}
