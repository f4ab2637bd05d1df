package io.pystrix.test.ami;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What a test says about answers: the newest first.
 */
final class ProgrammedAnswers {

	private final List<Program> programs = new ArrayList<>();

	private int lasting = -1;

	synchronized void add(String action, Predicate<AmiRequest> condition, int times, AmiHandler handler) {
		this.programs.add(new Program(action, condition, handler, times));
	}

	/**
	 * Keep what there is whenever the rest is forgotten; only the first time counts.
	 */
	synchronized void keep() {
		if (this.lasting < 0) {
			this.programs.removeIf((program) -> program.left == 0);
			this.lasting = this.programs.size();
		}
	}

	/**
	 * Forget what is said about actions, but for what is kept.
	 */
	synchronized void forget(Predicate<String> action) {
		int kept = Math.min(Math.max(0, this.lasting), this.programs.size());
		this.programs.subList(kept, this.programs.size()).removeIf((program) -> action.test(program.action));
	}

	synchronized List<String> actions() {
		return this.programs.stream().map((program) -> program.action).distinct().toList();
	}

	/**
	 * Answer a request.
	 * @return the answer, or {@code null} if nothing applies
	 */
	@Nullable AmiAnswer answer(AmiRequest request) {
		for (Program program : applicable(request.action())) {
			AmiAnswer answer = (program.condition.test(request) && take(program)) ? program.handler.handle(request)
					: null;
			if (answer != null) {
				return answer;
			}
		}
		return null;
	}

	private synchronized List<Program> applicable(String action) {
		List<Program> found = new ArrayList<>();
		for (Program program : this.programs) {
			if (program.left > 0 && program.action.equalsIgnoreCase(action)) {
				found.add(0, program);
			}
		}
		return found;
	}

	private synchronized boolean take(Program program) {
		if (program.left == 0) {
			return false;
		}
		if (program.left != Integer.MAX_VALUE) {
			program.left--;
		}
		return true;
	}

	/**
	 * One thing that a test said.
	 */
	private static final class Program {

		private final String action;

		private final Predicate<AmiRequest> condition;

		private final AmiHandler handler;

		private int left;

		Program(String action, Predicate<AmiRequest> condition, AmiHandler handler, int times) {
			this.action = action;
			this.condition = condition;
			this.handler = handler;
			this.left = times;
		}

	}

}
