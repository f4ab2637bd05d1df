package io.pystrix.agi;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Scripts that come and go while calls look for theirs. A result is the number of the
 * script that was found, 0 for none.
 */
public final class ScriptRegistryStress {

	private ScriptRegistryStress() {
	}

	private static int find(ScriptRegistry scripts, String path) {
		return scripts.find(path).map((match) -> ((Numbered) match.handler()).number()).orElse(0);
	}

	/** What the default served is served by a script of its own from now on. */
	@JCStressTest
	@State
	@Outcome(id = { "1", "2" }, expect = Expect.ACCEPTABLE, desc = "the default or the new one")
	public static class TheDefaultGivesWayToAScript {

		private final ScriptRegistry scripts = new ScriptRegistry();

		public TheDefaultGivesWayToAScript() {
			this.scripts.registerDefault(new Numbered(1));
		}

		@Actor
		public void change() {
			this.scripts.register("demo", new Numbered(2));
			this.scripts.unregisterDefault();
		}

		@Actor
		public void call(I_Result result) {
			result.r1 = find(this.scripts, "demo");
		}

	}

	/** The other way round. */
	@JCStressTest
	@State
	@Outcome(id = { "1", "2" }, expect = Expect.ACCEPTABLE, desc = "the script or the default")
	public static class AScriptGivesWayToTheDefault {

		private final ScriptRegistry scripts = new ScriptRegistry();

		public AScriptGivesWayToTheDefault() {
			this.scripts.register("demo", new Numbered(1));
		}

		@Actor
		public void change() {
			this.scripts.registerDefault(new Numbered(2));
			this.scripts.unregister("demo");
		}

		@Actor
		public void call(I_Result result) {
			result.r1 = find(this.scripts, "demo");
		}

	}

	/** Two looks of one call at a script that is replaced. */
	@JCStressTest
	@State
	@Outcome(id = { "1, 1", "1, 2", "2, 2" }, expect = Expect.ACCEPTABLE, desc = "the old one, then the new one")
	public static class AScriptIsReplaced {

		private final ScriptRegistry scripts = new ScriptRegistry();

		public AScriptIsReplaced() {
			this.scripts.register("demo", new Numbered(1));
		}

		@Actor
		public void replace() {
			this.scripts.replace("demo", new Numbered(2));
		}

		@Actor
		public void call(II_Result result) {
			result.r1 = find(this.scripts, "demo");
			result.r2 = find(this.scripts, "demo");
		}

	}

	/** The same for the default. */
	@JCStressTest
	@State
	@Outcome(id = { "1, 1", "1, 2", "2, 2" }, expect = Expect.ACCEPTABLE, desc = "the old one, then the new one")
	public static class TheDefaultIsReplaced {

		private final ScriptRegistry scripts = new ScriptRegistry();

		public TheDefaultIsReplaced() {
			this.scripts.registerDefault(new Numbered(1));
		}

		@Actor
		public void replace() {
			this.scripts.registerDefault(new Numbered(2));
		}

		@Actor
		public void call(II_Result result) {
			result.r1 = find(this.scripts, "demo");
			result.r2 = find(this.scripts, "demo");
		}

	}

	/** Both serve the path, and the first goes before the second. */
	@JCStressTest
	@State
	@Outcome(id = { "0", "1" }, expect = Expect.ACCEPTABLE, desc = "none yet, or the first that was registered")
	public static class TheFirstThatMatchesWins {

		private final ScriptRegistry scripts = new ScriptRegistry();

		@Actor
		public void register() {
			this.scripts.register("de", new Numbered(1));
			this.scripts.register("demo", new Numbered(2));
		}

		@Actor
		public void call(I_Result result) {
			result.r1 = find(this.scripts, "demo");
		}

	}

	/** Both serve the path; the first is taken away, and comes back behind the second. */
	@JCStressTest
	@State
	@Outcome(id = { "1, 2", "2, 2", "1, 1" }, expect = Expect.ACCEPTABLE, desc = "never none, never back again")
	public static class AScriptMovesBehindAnother {

		private final ScriptRegistry scripts = new ScriptRegistry();

		public AScriptMovesBehindAnother() {
			this.scripts.register("de", new Numbered(1));
			this.scripts.register("demo", new Numbered(2));
		}

		@Actor
		public void move() {
			this.scripts.unregister("de");
			this.scripts.register("de", new Numbered(1));
		}

		@Actor
		public void call(II_Result result) {
			result.r1 = find(this.scripts, "demo");
			result.r2 = find(this.scripts, "demo");
		}

	}

	/** How many scripts there are in the end, and who serves the path of the second. */
	@JCStressTest
	@State
	@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "both")
	public static class TwoRegisterAtOnce {

		private final ScriptRegistry scripts = new ScriptRegistry();

		@Actor
		public void one() {
			this.scripts.register("one", new Numbered(1));
		}

		@Actor
		public void other() {
			this.scripts.register("other", new Numbered(2));
		}

		@Arbiter
		public void look(II_Result result) {
			result.r1 = this.scripts.scripts().size();
			result.r2 = find(this.scripts, "other");
		}

	}

	/** Who was refused, and whose script it is. */
	@JCStressTest
	@State
	@Outcome(id = { "2, 1", "1, 2" }, expect = Expect.ACCEPTABLE, desc = "one has it, the other is told")
	public static class TwoWantTheSamePattern {

		private final ScriptRegistry scripts = new ScriptRegistry();

		private volatile int refused;

		@Actor
		public void one() {
			register(1);
		}

		@Actor
		public void other() {
			register(2);
		}

		private void register(int number) {
			try {
				this.scripts.register("demo", new Numbered(number));
			}
			catch (IllegalStateException ex) {
				this.refused += number;
			}
		}

		@Arbiter
		public void look(II_Result result) {
			result.r1 = this.refused;
			result.r2 = find(this.scripts, "demo");
		}

	}

	/** A script that can be told from others. */
	private record Numbered(int number) implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			throw new UnsupportedOperationException();
		}

	}

}
