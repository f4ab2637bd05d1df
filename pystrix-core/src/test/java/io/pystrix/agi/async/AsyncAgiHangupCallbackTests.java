package io.pystrix.agi.async;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import ch.qos.logback.classic.Level;
import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.AgiRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Whatever a hang-up callback, or the executor that runs it, does: it holds up neither
 * the events of other channels nor the call itself.
 */
@Timeout(60)
class AsyncAgiHangupCallbackTests extends AsyncAgiSupport {

	private static final Executor ON_A_THREAD = (task) -> new Thread(task).start();

	private final CountDownLatch released = new CountDownLatch(1);

	private final CountDownLatch goesOn = new CountDownLatch(1);

	private volatile Executor executor = ON_A_THREAD;

	private PipeAsterisk asterisk;

	@BeforeEach
	void startServer() {
		this.server.close();
		this.asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1");
		this.scripts.register("quiet", (agi, request) -> this.told.add("served " + request.environment().channel()));
		this.server = AsyncAgiServer.builder(this.manager)
			.scripts(this.scripts)
			.executor((task) -> this.executor.execute(task))
			.build();
		this.server.start();
	}

	@AfterEach
	void release() {
		this.released.countDown();
		this.goesOn.countDown();
	}

	@Test
	void callbackThatNeverReturnsHoldsUpNobody() throws Exception {
		hangUpWith(Runnable::run, () -> {
			this.told.add("gone");
			awaitRelease();
		});
		assertThat(next()).isEqualTo("gone");
		assertOthersAreServedAndTheCallEnds();
	}

	@Test
	void executorThatBlocksHoldsUpNobody() throws Exception {
		hangUpWith((task) -> {
			this.told.add("blocked");
			awaitRelease();
		}, () -> this.told.add("gone"));
		assertThat(next()).isEqualTo("blocked");
		this.executor = ON_A_THREAD;
		this.asterisk.enter("1.2", "quiet");
		assertThat(next()).isEqualTo("served PJSIP/1.2");
		this.goesOn.countDown();
		// With the next command of the script
		assertThat(next()).isEqualTo("gone");
		assertThat(next()).isEqualTo("hung up");
		awaitNoCalls();
	}

	@Test
	void callbackRunsWithTheNextCommandIfTheExecutorRejectsIt() throws Exception {
		hangUpWith((task) -> {
			throw new RejectedExecutionException("by intent");
		}, () -> this.told.add("gone"));
		await().atMost(PATIENCE).until(() -> !this.log.at(Level.WARN).isEmpty());
		this.goesOn.countDown();
		assertThat(next()).isEqualTo("gone");
		assertThat(next()).isEqualTo("hung up");
		awaitNoCalls();
		assertThat(this.log.at(Level.WARN)).singleElement().asString().contains("hang-up callbacks");
	}

	private void hangUpWith(Executor executor, Runnable callback) throws Exception {
		this.scripts.register("long", (agi, request) -> serve(agi, request, callback));
		this.asterisk.enter("1.1", "long");
		assertThat(next()).isEqualTo("ready");
		this.executor = executor;
		this.asterisk.leave("1.1");
	}

	private void serve(Agi agi, AgiRequest request, Runnable callback) throws InterruptedException {
		agi.onHangup(callback);
		this.told.add("ready");
		this.goesOn.await();
		assertThatExceptionOfType(AgiHangupException.class).isThrownBy(agi::noop);
		this.told.add("hung up");
	}

	private void assertOthersAreServedAndTheCallEnds() throws Exception {
		this.executor = ON_A_THREAD;
		this.asterisk.enter("1.2", "quiet");
		assertThat(next()).isEqualTo("served PJSIP/1.2");
		this.goesOn.countDown();
		assertThat(next()).isEqualTo("hung up");
		awaitNoCalls();
	}

	private void awaitRelease() {
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
