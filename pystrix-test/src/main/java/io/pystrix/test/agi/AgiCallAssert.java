package io.pystrix.test.agi;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * AssertJ's assertions about a call. They look at the call as it is now; only
 * {@link #endsWithin(Duration)} waits. A failure shows all that went over the wire.
 *
 * @since 0.1.0
 */
public final class AgiCallAssert extends AbstractAssert<AgiCallAssert, AgiCall> {

	AgiCallAssert(@Nullable AgiCall actual) {
		super(actual, AgiCallAssert.class);
	}

	/**
	 * The channel was answered.
	 * @return this
	 */
	public AgiCallAssert isAnswered() {
		return check(call().isAnswered(), "the call to be answered", "it was not");
	}

	/**
	 * The channel was not answered.
	 * @return this
	 */
	public AgiCallAssert isNotAnswered() {
		return check(!call().isAnswered(), "the call not to be answered", "it was");
	}

	/**
	 * The channel has hung up, whoever did it.
	 * @return this
	 */
	public AgiCallAssert isHungUp() {
		return check(call().isHungUp(), "the call to be hung up", "it was not");
	}

	/**
	 * The caller has hung up.
	 * @return this
	 */
	public AgiCallAssert isHungUpByCaller() {
		return isHungUp().check(!call().isHungUpByScript(), "the caller to have hung up", "the script did");
	}

	/**
	 * The script has hung up.
	 * @return this
	 */
	public AgiCallAssert isHungUpByScript() {
		return isHungUp().check(call().isHungUpByScript(), "the script to have hung up", "the caller did");
	}

	/**
	 * The channel has not hung up.
	 * @return this
	 */
	public AgiCallAssert isNotHungUp() {
		return check(!call().isHungUp(), "the call not to be hung up", "it was");
	}

	/**
	 * These files were played in this order; others may have been played in between.
	 * @param files the files, as the script names them
	 * @return this
	 */
	public AgiCallAssert hasPlayed(String... files) {
		return inOrder("to have played", call().played(), files, String::equals);
	}

	/**
	 * These files were played and no other.
	 * @param files the files in order, as the script names them; none for silence
	 * @return this
	 */
	public AgiCallAssert hasPlayedExactly(String... files) {
		return same("to have played exactly", Arrays.asList(files), call().played());
	}

	/**
	 * These things were spoken in this order by {@code SAY} commands; others may have
	 * been spoken in between.
	 * @param texts the first argument of each command
	 * @return this
	 */
	public AgiCallAssert hasSaid(String... texts) {
		return inOrder("to have said", call().said(), texts, String::equals);
	}

	/**
	 * The script heard these digits and no other.
	 * @param digits all digits that ended a command or were collected by one, in order;
	 * empty for none
	 * @return this
	 */
	public AgiCallAssert hasHeard(String digits) {
		return same("to have heard", digits, call().heard());
	}

	/**
	 * These commands were run in this order; others may have been run in between.
	 * @param starts how the lines begin, in any case
	 * @return this
	 */
	public AgiCallAssert hasRun(String... starts) {
		return inOrder("to have run", call().commands(), starts, AgiWords::begins);
	}

	/**
	 * These files were recorded in this order; others may have been recorded in between.
	 * @param files the files, as the script names them
	 * @return this
	 */
	public AgiCallAssert hasRecorded(String... files) {
		return inOrder("to have recorded", call().recordings(), files, String::equals);
	}

	/**
	 * These texts were sent to the caller in this order; others may have been sent in
	 * between.
	 * @param texts the texts
	 * @return this
	 */
	public AgiCallAssert hasSentTexts(String... texts) {
		return inOrder("to have sent", call().texts(), texts, String::equals);
	}

	/**
	 * A variable of the channel has this value.
	 * @param name its name
	 * @param value the value, or {@code null} if it should not be set
	 * @return this
	 */
	public AgiCallAssert hasVariable(String name, @Nullable String value) {
		return same("to have the variable " + name, value, call().variable(name));
	}

	/**
	 * Asterisk's database has this value.
	 * @param family the family
	 * @param key the key
	 * @param value the value, or {@code null} if it should have none
	 * @return this
	 */
	public AgiCallAssert hasDatabaseValue(String family, String key, @Nullable String value) {
		return same("to have in the database " + family + "/" + key, value, call().database(family, key));
	}

	/**
	 * The dialplan goes on there.
	 * @param context the context
	 * @param extension the extension
	 * @param priority the priority
	 * @return this
	 */
	public AgiCallAssert isAt(String context, String extension, int priority) {
		return same("to be at", new Place(context, extension, priority), call().place());
	}

	/**
	 * The script has ended so.
	 * @param status how
	 * @return this
	 */
	public AgiCallAssert hasEnded(AgiStatus status) {
		check(call().isEnded(), "the script to have ended", "it still runs");
		return same("to have ended with", status, call().status());
	}

	/**
	 * The script ends in time. A scripted call fails here if a command was missing or not
	 * expected.
	 * @param timeout how long to wait
	 * @return this
	 */
	public AgiCallAssert endsWithin(Duration timeout) {
		call().awaitEnd(timeout);
		return this;
	}

	private AgiCall call() {
		isNotNull();
		return this.actual;
	}

	private AgiCallAssert same(String what, @Nullable Object expected, @Nullable Object found) {
		return check(Objects.equals(expected, found), "the call " + what + " " + show(expected),
				"it is " + show(found));
	}

	private AgiCallAssert inOrder(String what, List<String> found, String[] expected,
			BiPredicate<String, String> fits) {
		if (expected.length == 0) {
			throw new IllegalArgumentException("Nothing to look for");
		}
		Iterator<String> rest = found.iterator();
		for (String next : expected) {
			boolean there = false;
			while (!there && rest.hasNext()) {
				there = fits.test(rest.next(), next);
			}
			if (!there) {
				return check(false, "the call " + what + ", in this order, " + Arrays.asList(expected),
						"there is no " + show(next) + " at its place in " + found);
			}
		}
		return this;
	}

	private AgiCallAssert check(boolean holds, String expected, String found) {
		if (!holds) {
			failWithMessage("%nExpected %s%nbut %s. The call so far:%n%s", expected, found, call().transcript());
		}
		return this;
	}

	private static String show(@Nullable Object value) {
		return (value instanceof CharSequence) ? "'" + value + "'" : String.valueOf(value);
	}

}
