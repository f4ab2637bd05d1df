package io.pystrix.ami;

import java.time.Duration;

import io.pystrix.ami.message.AmiAction;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * An action that is sent while the connection ends is not left waiting. The result: how
 * many actions have failed, and how many are pending.
 */
@JCStressTest
@State
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "has failed, and is forgotten")
public class PendingActionsStress {

	private final PendingActions actions = new PendingActions(Duration.ZERO);

	private final PendingAction action = new PendingAction(AmiAction.named("Ping"), Duration.ZERO, null);

	@Actor
	public void send() {
		this.actions.put("1", this.action);
	}

	@Actor
	public void end() {
		this.actions.failAll(new ManagerConnectionException("lost"));
	}

	@Arbiter
	public void look(II_Result result) {
		result.r1 = this.action.reply().isCompletedExceptionally() ? 1 : 0;
		result.r2 = this.actions.size();
	}

}
