package io.pystrix.agi.fastagi;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class AgiInterceptorTests {

	private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();

	private final FastAgiServer server = FastAgiServer.builder().port(0).build();

	@BeforeEach
	void start() {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void theFirstOneIsTheOutermost() throws Exception {
		this.server.scripts().addInterceptor(around("outer"));
		this.server.scripts().addInterceptor(around("inner"));
		this.server.scripts().registerDefault((agi, request) -> this.notes.add("script"));
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expectEnd();
		}
		assertThat(this.notes).containsExactly("> outer", "> inner", "script", "< inner", "< outer");
	}

	@Test
	void oneMayKeepTheCallToItself() throws Exception {
		this.server.scripts().addInterceptor((agi, request, next) -> agi.hangup());
		this.server.scripts().registerDefault((agi, request) -> this.notes.add("script"));
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("HANGUP").send("200 result=1\n").expectEnd();
		}
		assertThat(this.notes).isEmpty();
	}

	@Test
	void oneMayTurnAnErrorIntoAnAnnouncement() throws Exception {
		this.server.scripts().addInterceptor((agi, request, next) -> {
			try {
				next.handle(agi, request);
			}
			catch (AgiApplicationException ex) {
				agi.streamFile("an-error-has-occurred");
			}
		});
		this.server.scripts().registerDefault((agi, request) -> agi.exec("NoSuchApplication"));
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("EXEC \"NoSuchApplication\"").send("200 result=-2\n");
			caller.expect("STREAM FILE \"an-error-has-occurred\" \"\" 0").send("200 result=0 endpos=8000\n");
			caller.expectEnd();
		}
	}

	@Test
	void whatOneThrowsFailsTheCall() throws Exception {
		this.server.scripts().addInterceptor((agi, request, next) -> {
			throw new IllegalStateException("by intent");
		});
		this.server.scripts().registerDefault((agi, request) -> this.notes.add("script"));
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"").send("200 result=1\n").expectEnd();
		}
		assertThat(this.notes).isEmpty();
	}

	@Test
	void oneThatIsRemovedIsAskedNoMore() throws Exception {
		AgiInterceptor interceptor = around("removed");
		this.server.scripts().addInterceptor(interceptor);
		assertThat(this.server.scripts().removeInterceptor(interceptor)).isTrue();
		assertThat(this.server.scripts().removeInterceptor(interceptor)).isFalse();
		this.server.scripts().registerDefault((agi, request) -> this.notes.add("script"));
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expectEnd();
		}
		assertThat(this.notes).containsExactly("script");
	}

	private AgiInterceptor around(String name) {
		return (agi, request, next) -> {
			this.notes.add("> " + name);
			next.handle(agi, request);
			this.notes.add("< " + name);
		};
	}

}
