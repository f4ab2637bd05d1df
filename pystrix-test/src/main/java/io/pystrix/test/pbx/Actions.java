package io.pystrix.test.pbx;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiRequest;
import io.pystrix.test.ami.AmiSimulator;
import io.pystrix.test.release.AsteriskRelease;
import org.jspecify.annotations.Nullable;

/**
 * Where the actions of the PBX are put. Each is answered under the lock of the PBX, and
 * what it brings about happens behind the answer, under the lock as well.
 */
final class Actions {

	private final Monitor monitor;

	private final AmiSimulator ami;

	private final EventForms forms;

	Actions(Monitor monitor, AmiSimulator ami, EventForms forms) {
		this.monitor = monitor;
		this.ami = ami;
		this.forms = forms;
	}

	void add(String name, Action action) {
		addBlocking(name, (request) -> this.monitor.get(() -> action.answer(request)));
	}

	/**
	 * Answer an action that came with some release; older ones do not know it.
	 * @param firsts the first release of each branch that has it
	 */
	void addSince(List<AsteriskRelease> firsts, String name, Action action) {
		if (this.ami.release().isSince(firsts)) {
			add(name, action);
		}
	}

	/**
	 * Answer an action that may have to wait.
	 */
	void addBlocking(String name, Action action) {
		this.ami.on(name, (request) -> {
			try {
				AmiAnswer answer = action.answer(request);
				return (answer != null) ? answer.map(this.forms::item) : null;
			}
			catch (Refusal refusal) {
				return AmiAnswer.error(refusal.message);
			}
		});
	}

	/**
	 * Answer, and then do something under the lock.
	 */
	AmiAnswer success(String message, Runnable next) {
		return AmiAnswer.success(message).then(() -> this.monitor.run(next));
	}

	/**
	 * A header that has to be there.
	 */
	static String require(AmiRequest request, String header, String complaint) {
		String value = request.get(header, "");
		if (value.isEmpty()) {
			throw new Refusal(complaint);
		}
		return value;
	}

	static <T> T require(@Nullable T value, Supplier<String> complaint) {
		if (value == null) {
			throw new Refusal(complaint.get());
		}
		return value;
	}

	static boolean isTrue(String text) {
		return text.toLowerCase(Locale.ROOT).matches("yes|true|y|t|1|on");
	}

	/**
	 * Answers an action.
	 */
	@FunctionalInterface
	interface Action {

		/**
		 * Answer it.
		 * @return the answer, or {@code null} for that of the AMI server
		 * @throws Refusal to answer an error
		 */
		@Nullable AmiAnswer answer(AmiRequest request);

	}

	/**
	 * An error as Asterisk answers it.
	 */
	static final class Refusal extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String message;

		Refusal(String message) {
			super(message, null, false, false);
			this.message = message;
		}

	}

}
