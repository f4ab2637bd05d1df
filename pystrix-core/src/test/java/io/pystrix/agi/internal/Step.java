package io.pystrix.agi.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiReply;

/**
 * One command of a dialogue, and what it has to result in.
 *
 * @param call executes it, given the words that were recorded
 * @param outcome the result, or the class of the exception
 */
record Step(BiFunction<Agi, List<String>, Object> call, Object outcome) {

	private static final String DONE = "done";

	/** A method without result. */
	static Step does(Consumer<Agi> method) {
		return new Step((agi, words) -> done(agi, method), DONE);
	}

	/** A method with a result. */
	static Step gives(Function<Agi, Object> method, Object result) {
		return new Step((agi, words) -> method.apply(agi), result);
	}

	/** A method that throws. */
	static Step fails(Consumer<Agi> method, Class<? extends AgiException> exception) {
		return new Step((agi, words) -> done(agi, method), exception);
	}

	/** The recorded words, which no method sends just so. */
	static Step words(String result) {
		return new Step((agi, words) -> agi.execute(command(words)).result(), result);
	}

	/**
	 * The recorded words, the reply to which a command of this kind has to understand.
	 */
	static Step words(AgiCommand<?> kind, Object result) {
		return new Step((agi, words) -> kind.result(agi.execute(command(words))), result);
	}

	/** The recorded words, which Asterisk does not take. */
	static Step refused(Class<? extends AgiException> exception) {
		return new Step((agi, words) -> agi.execute(command(words)), exception);
	}

	/** Executes the command, and says what became of it. */
	Object execute(Agi agi, List<String> words) {
		try {
			return this.call.apply(agi, words);
		}
		catch (AgiException ex) {
			return ex.getClass();
		}
	}

	private static Object done(Agi agi, Consumer<Agi> method) {
		method.accept(agi);
		return DONE;
	}

	private static AgiCommand<AgiReply> command(List<String> words) {
		Object[] arguments = words.subList(1, words.size()).toArray();
		return AgiCommand.of(words.get(0), Arrays.copyOf(arguments, arguments.length));
	}

}
