package io.pystrix.ami;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.pystrix.ami.message.AmiAction;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * An action that is answered while its caller loses interest has one end. The result: how
 * many a listener was told of.
 */
@JCStressTest
@State
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "one")
public class ActionListenersStress {

	private final AtomicInteger ends = new AtomicInteger();

	private final ActionListeners.Watch watch = new ActionListeners(
			List.of((action, manager) -> (response, failure, duration) -> this.ends.incrementAndGet()),
			null)
		.started(AmiAction.named("Ping"));

	@Actor
	public void answer() {
		this.watch.ended(null, null);
	}

	@Actor
	public void cancel() {
		this.watch.ended(null, new IllegalStateException("cancelled"));
	}

	@Arbiter
	public void look(I_Result result) {
		result.r1 = this.ends.get();
	}

}
