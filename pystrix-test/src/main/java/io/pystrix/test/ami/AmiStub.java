package io.pystrix.test.ami;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Says how an action is answered from now on; begun by {@link AmiSimulator#on(String)},
 * done by one of the methods that are called {@code answer}. <pre class="code">
 * ami.on("Originate").with("Channel", "PJSIP/100").once().answer(AmiAnswer.error("Originate failed"));
 * ami.on("QueueStatus").answer(AmiAnswer.list("Queue status will follow", "QueueStatusComplete", items));
 * ami.on("Hangup").answerNothing();
 * ami.on("Redirect").requires("call").answerInTurn(AmiAnswer.success("Redirect successful"), AmiAnswer.error("No"));
 * </pre>
 * <p>
 * What was said last counts. Where it does not apply, or no longer, what was said before
 * does, and in the end what the simulator does by itself. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class AmiStub {

	private final String action;

	private final AmiSimulator simulator;

	private final BiConsumer<AmiStub, AmiHandler> add;

	private Predicate<AmiRequest> condition = (request) -> true;

	private int times = Integer.MAX_VALUE;

	private @Nullable List<String> classes;

	AmiStub(String action, AmiSimulator simulator, BiConsumer<AmiStub, AmiHandler> add) {
		this.action = Objects.requireNonNull(action);
		this.simulator = simulator;
		this.add = add;
	}

	/**
	 * Answer only some requests. May be said several times: all conditions have to hold.
	 * @param condition tells whether to answer; runs on the connection's thread
	 * @return this
	 */
	public AmiStub when(Predicate<AmiRequest> condition) {
		this.condition = this.condition.and(condition);
		return this;
	}

	/**
	 * Answer only requests that have a header.
	 * @param header the header's name, in any case
	 * @param value the exact value of one of the headers of that name
	 * @return this
	 */
	public AmiStub with(String header, String value) {
		return when((request) -> request.getAll(header).contains(value));
	}

	/**
	 * Answer only the next request to which the conditions apply.
	 * @return this
	 */
	public AmiStub once() {
		return times(1);
	}

	/**
	 * Answer only the next requests to which the conditions apply.
	 * @param times how many
	 * @return this
	 * @throws IllegalArgumentException if it is not positive
	 */
	public AmiStub times(int times) {
		if (times < 1) {
			throw new IllegalArgumentException("How often has to be positive: " + times);
		}
		this.times = times;
		return this;
	}

	/**
	 * Say what an account has to be allowed to use the action at all; this is for every
	 * request of the action, whatever the conditions. Actions that Asterisk 22 has are
	 * known already, others need nothing.
	 * @param classes the classes, one by one or with commas in between, one of which the
	 * account must have; {@code none} for an action that everybody may use
	 * @return this
	 * @throws IllegalArgumentException if Asterisk has no such class
	 */
	public AmiStub requires(String... classes) {
		this.classes = List.copyOf(ClassSet.of(classes).classes());
		return this;
	}

	/**
	 * Answer always the same.
	 * @param answer the answer
	 * @return the simulator
	 */
	public AmiSimulator answer(AmiAnswer answer) {
		Objects.requireNonNull(answer);
		return answer((request) -> answer);
	}

	/**
	 * Answer each request as a handler says.
	 * @param handler what makes the answer
	 * @return the simulator
	 */
	public AmiSimulator answer(AmiHandler handler) {
		this.add.accept(this, Objects.requireNonNull(handler));
		return this.simulator;
	}

	/**
	 * Answer one request after the other, each with the next answer, and then as before.
	 * @param answers the answers in order
	 * @return the simulator
	 */
	public AmiSimulator answerInTurn(AmiAnswer... answers) {
		// What is said last counts first
		for (int i = answers.length - 1; i >= 0; i--) {
			once().answer(answers[i]);
		}
		return this.simulator;
	}

	/**
	 * Never answer. {@link AmiSimulator#answer(AmiRequest, AmiAnswer)} may still do so
	 * later.
	 * @return the simulator
	 */
	public AmiSimulator answerNothing() {
		return answer(AmiAnswer.none());
	}

	String action() {
		return this.action;
	}

	Predicate<AmiRequest> condition() {
		return this.condition;
	}

	int times() {
		return this.times;
	}

	@Nullable List<String> classes() {
		return this.classes;
	}

}
