package io.pystrix.test.agi;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.pystrix.test.release.AsteriskRelease;
import org.jspecify.annotations.Nullable;

/**
 * Describes a call that runs {@code AGI(agi://…)}, and places it: Asterisk's side of
 * FastAGI. {@link #call()} connects to the server under test, sends the environment as
 * Asterisk does, and from then on answers the script's commands out of a small channel
 * model, on a thread of its own. <pre class="code">
 * try (AgiCall call = AgiCaller.to("127.0.0.1", 4573).script("demo").whenPlaying("demo-thanks").press("1").call()) {
 *     call.awaitEnd(Duration.ofSeconds(5));
 *     assertThat(call.played()).containsExactly("demo-thanks");
 * }
 * </pre>
 * <p>
 * Not thread-safe; but it may place any number of calls, one after the other.
 *
 * @since 0.1.0
 */
public final class AgiCaller {

	private static final AtomicInteger CALLS = new AtomicInteger();

	private final InetSocketAddress server;

	private final List<String> arguments = new ArrayList<>();

	private final Map<String, String> variables = new HashMap<>();

	private final Map<String, String> environment = new HashMap<>();

	private final Map<String, Duration> prompts = new HashMap<>();

	private final Set<String> missing = new HashSet<>();

	private final Map<String, Integer> applications = new HashMap<>();

	private final List<Press> presses = new ArrayList<>();

	private final List<Expectation> expectations = new ArrayList<>();

	private final Map<String, Map<String, String>> database = new HashMap<>();

	private final List<String> texts = new ArrayList<>();

	private final Set<String> unwritable = new HashSet<>();

	private final List<Utterance> utterances = new ArrayList<>();

	private final Map<String, Routine> routines = new HashMap<>();

	private final Map<String, Integer> labels = new HashMap<>();

	private final List<AgiCallListener> listeners = new ArrayList<>();

	private AsteriskRelease release = AsteriskRelease.V22;

	private @Nullable Database shared;

	private @Nullable String script;

	private @Nullable String uniqueid;

	private String channel = "PJSIP/100-00000001";

	private Duration prompt = Duration.ofMillis(50);

	private Duration perCharacter = Duration.ofMillis(10);

	private double speed = 1;

	private @Nullable Duration talk;

	private boolean speechEngine;

	private boolean answered;

	private AgiCaller(InetSocketAddress server) {
		this.server = Objects.requireNonNull(server);
	}

	/**
	 * Call a FastAGI server.
	 * @param host its host
	 * @param port its port
	 * @return a description to add to
	 */
	public static AgiCaller to(String host, int port) {
		return new AgiCaller(new InetSocketAddress(host, port));
	}

	/**
	 * Call a FastAGI server.
	 * @param server its address
	 * @return a description to add to
	 */
	public static AgiCaller to(InetSocketAddress server) {
		return new AgiCaller(server);
	}

	/**
	 * Choose the release of Asterisk to play: its limits, its replies and its
	 * {@code agi_version}.
	 * @param release the release; {@link AsteriskRelease#V22} by default
	 * @return this
	 * @since 0.1.0
	 */
	public AgiCaller release(AsteriskRelease release) {
		this.release = Objects.requireNonNull(release, "release");
		return this;
	}

	/**
	 * Choose the script: what stands behind the first slash of the URL.
	 * @param script path and query, for example {@code demo?lang=en}, sent as they are;
	 * without a script (the default) Asterisk sends no {@code agi_network_script}
	 * @return this
	 */
	public AgiCaller script(String script) {
		this.script = script;
		return this;
	}

	/**
	 * Choose the channel.
	 * @param channel its name; {@code PJSIP/100-00000001} by default
	 * @return this
	 */
	public AgiCaller channel(String channel) {
		this.channel = channel;
		return this;
	}

	/**
	 * Choose the channel's unique id.
	 * @param uniqueid the id; one of its own for each call by default
	 * @return this
	 */
	public AgiCaller uniqueid(String uniqueid) {
		this.uniqueid = uniqueid;
		return this;
	}

	/**
	 * Place the call on a channel that is up already.
	 * @return this
	 */
	public AgiCaller answered() {
		this.answered = true;
		return this;
	}

	/**
	 * Choose who calls. Asterisk sends the text as it is: one with a line feed continues
	 * with what looks like another line of the environment.
	 * @param number the number
	 * @param name the name
	 * @return this
	 */
	public AgiCaller callerId(String number, String name) {
		return environment("callingpres", "0").environment("callerid", number).environment("calleridname", name);
	}

	/**
	 * Choose where in the dialplan the script was started from.
	 * @param context the context; {@code default} by default
	 * @param extension the extension; {@code s} by default
	 * @param priority the priority; 1 by default
	 * @return this
	 */
	public AgiCaller dialplan(String context, String extension, int priority) {
		return environment("context", context).environment("extension", extension)
			.environment("priority", Integer.toString(priority));
	}

	/**
	 * Add an argument of the dialplan's {@code AGI()}. Asterisk sends it as it is, line
	 * feeds included.
	 * @param argument the argument; may be empty
	 * @return this
	 */
	public AgiCaller argument(String argument) {
		this.arguments.add(argument);
		return this;
	}

	/**
	 * Set a variable of the channel.
	 * @param name its name
	 * @param value its value
	 * @return this
	 */
	public AgiCaller variable(String name, String value) {
		this.variables.put(name, value);
		return this;
	}

	/**
	 * Change a line of the environment.
	 * @param name the line's name without {@code agi_}, for example {@code accountcode}
	 * @param value its value
	 * @return this
	 */
	public AgiCaller environment(String name, String value) {
		this.environment.put(name.toLowerCase(Locale.ROOT), value);
		return this;
	}

	/**
	 * Say how long a file takes to play.
	 * @param file the file, as the script names it
	 * @param duration how long, in the call's own time
	 * @return this
	 */
	public AgiCaller prompt(String file, Duration duration) {
		this.prompts.put(file, duration);
		return this;
	}

	/**
	 * Say how long every other file takes to play.
	 * @param duration how long, in the call's own time; 50 ms by default
	 * @return this
	 */
	public AgiCaller prompts(Duration duration) {
		this.prompt = duration;
		return this;
	}

	/**
	 * Let a file not exist. Every other file does.
	 * @param file the file, as the script names it
	 * @return this
	 */
	public AgiCaller missing(String file) {
		this.missing.add(file);
		return this;
	}

	/**
	 * Say how long a spoken digit or letter takes.
	 * @param duration how long, in the call's own time; 10 ms by default
	 * @return this
	 */
	public AgiCaller perCharacter(Duration duration) {
		this.perCharacter = duration;
		return this;
	}

	/**
	 * Say what an application returns to {@code EXEC}.
	 * @param application its name, in any case
	 * @param result the result; 0 by default, -2 for an application that does not exist
	 * @return this
	 */
	public AgiCaller application(String application, int result) {
		this.applications.put(application.toLowerCase(Locale.ROOT), result);
		return this;
	}

	/**
	 * Put something into Asterisk's database before the call. Each call has a copy of its
	 * own, {@link AgiCall#database(String, String)} reads it.
	 * @param family the family
	 * @param key the key
	 * @param value the value
	 * @return this
	 */
	public AgiCaller database(String family, String key, String value) {
		this.database.computeIfAbsent(family, (name) -> new HashMap<>()).put(key, value);
		return this;
	}

	/**
	 * Let the call use a database that others use too, instead of one of its own.
	 * @param database the database; gets what {@link #database(String, String, String)}
	 * says when the call is placed
	 * @return this
	 */
	public AgiCaller database(Database database) {
		this.shared = database;
		return this;
	}

	/**
	 * Let the caller send a text, as a text phone does. Each {@code RECEIVE TEXT} takes
	 * one, and so does {@code RECEIVE CHAR}, which drops all but the first character.
	 * @param text the text; an empty one is told as a time-out by {@code RECEIVE CHAR}
	 * @return this
	 */
	public AgiCaller text(String text) {
		this.texts.add(text);
		return this;
	}

	/**
	 * Say how long the caller talks when {@code RECORD FILE} records him; he is silent
	 * then, which ends a recording that was told to end on silence.
	 * @param duration how long, in the call's own time; without end by default
	 * @return this
	 */
	public AgiCaller talks(Duration duration) {
		this.talk = duration;
		return this;
	}

	/**
	 * Let {@code RECORD FILE} fail for a file, as for a folder that does not exist.
	 * @param file the file, as the script names it
	 * @return this
	 */
	public AgiCaller unwritable(String file) {
		this.unwritable.add(file);
		return this;
	}

	/**
	 * Let there be a speech engine, which understands nothing yet. Without one every
	 * {@code SPEECH} command answers 0.
	 * @return this
	 */
	public AgiCaller speech() {
		this.speechEngine = true;
		return this;
	}

	/**
	 * Let there be a speech engine, and let the caller say something behind the prompt of
	 * the next {@code SPEECH RECOGNIZE} that plays to its end. Each use is for one more.
	 * @param text what the engine understands
	 * @param score how sure it is, 0 to 1000
	 * @param grammar the grammar that it fits
	 * @return this
	 */
	public AgiCaller speech(String text, int score, String grammar) {
		this.utterances.add(new Utterance(text, score, grammar));
		return speech();
	}

	/**
	 * Add a subroutine of the dialplan, for {@code GOSUB}; any other does not exist.
	 * @param context its context
	 * @param extension its extension
	 * @param priority its priority or label, as the script names it
	 * @return how it ends
	 */
	public Subroutine routine(String context, String extension, String priority) {
		return new Subroutine(Routine.label(context, extension, priority));
	}

	/**
	 * Let a priority have a label, for {@code SET PRIORITY}; any other does not exist.
	 * @param label the label
	 * @param priority the priority that it stands for
	 * @return this
	 */
	public AgiCaller label(String label, int priority) {
		this.labels.put(label, priority);
		return this;
	}

	/**
	 * Let the call's own time, in which prompts and time-outs are measured, run faster.
	 * @param factor how many times faster than real time; 1 by default
	 * @return this
	 * @throws IllegalArgumentException if it is not positive
	 */
	public AgiCaller speed(double factor) {
		if (!(factor > 0)) {
			throw new IllegalArgumentException("A speed must be positive: " + factor);
		}
		this.speed = factor;
		return this;
	}

	/**
	 * Do something when a file begins to play.
	 * @param file the file, as the script names it
	 * @return what to do, and when
	 */
	public When whenPlaying(String file) {
		return new When(Press.Trigger.FILE, file);
	}

	/**
	 * Do something when a command begins to run.
	 * @param command the words that its line begins with, in any case and however they
	 * are quoted
	 * @return what to do, and when
	 */
	public When whenRunning(String command) {
		return new When(Press.Trigger.COMMAND, command);
	}

	/**
	 * Do something at a time that is counted from the begin of the call, whatever runs
	 * then.
	 * @return what to do, and when
	 */
	public When whenCalled() {
		return new When(Press.Trigger.START, "");
	}

	/**
	 * Do something at a time that is counted from the moment the channel is up, whatever
	 * runs then.
	 * @return what to do, and when
	 */
	public When whenAnswered() {
		return new When(Press.Trigger.ANSWER, "");
	}

	/**
	 * Press digits when a file begins to play; short for
	 * {@code whenPlaying(file).press(digits)}.
	 * @param file the file, as the script names it
	 * @param digits the digits
	 * @return this
	 */
	public AgiCaller pressDuring(String file, String digits) {
		return whenPlaying(file).press(digits);
	}

	/**
	 * Expect this command next. A call with expectations does not answer by itself: it
	 * hangs up the connection at the first command that is not expected, and
	 * {@link AgiCall#awaitEnd(Duration)} fails then, or if a command was missing.
	 * @param command the command line; its words count, however they are quoted
	 * @return what to answer
	 */
	public Expect expect(String command) {
		return new Expect(command);
	}

	/**
	 * Tell somebody what happens.
	 * @param listener who wants to know
	 * @return this
	 */
	public AgiCaller listener(AgiCallListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Place the call.
	 * @return the running call
	 * @throws UncheckedIOException if the server cannot be reached within 2 s, which is
	 * Asterisk's limit
	 */
	public AgiCall call() {
		String id = (this.uniqueid != null) ? this.uniqueid
				: System.currentTimeMillis() / 1000 + "." + CALLS.getAndIncrement();
		CallSettings settings = new CallSettings(this.release, this.server, environmentLines(id), this.channel, id,
				this.answered, this.variables, this.prompts, this.prompt, this.missing, this.perCharacter,
				this.applications, this.speed, this.presses, this.expectations, surroundings(), this.listeners);
		return AgiSession.place(settings);
	}

	private Surroundings surroundings() {
		Database content = (this.shared != null) ? this.shared : new Database();
		this.database.forEach((family, keys) -> keys.forEach((key, value) -> content.put(family, key, value)));
		return new Surroundings(content, this.texts, this.talk, this.unwritable, this.speechEngine, this.utterances,
				this.routines, this.labels);
	}

	/** The order of setup_env() and launch_netscript() in res/res_agi.c, all releases. */
	private List<String> environmentLines(String id) {
		List<String> lines = new ArrayList<>();
		String url = "agi://" + this.server.getHostString() + ":" + this.server.getPort();
		lines.add("agi_network: yes");
		if (this.script != null) {
			lines.add("agi_network_script: " + this.script);
			url = url + "/" + this.script;
		}
		String type = this.channel.contains("/") ? this.channel.substring(0, this.channel.indexOf('/')) : this.channel;
		String[][] defaults = { { "request", url }, { "channel", this.channel }, { "language", "en" }, { "type", type },
				{ "uniqueid", id }, { "version", this.release.version() }, { "callerid", "unknown" },
				{ "calleridname", "unknown" }, { "callingpres", "67" }, { "callingani2", "0" }, { "callington", "0" },
				{ "callingtns", "0" }, { "dnid", "unknown" }, { "rdnis", "unknown" }, { "context", "default" },
				{ "extension", "s" }, { "priority", "1" }, { "enhanced", "0.0" }, { "accountcode", "" },
				{ "threadid", Long.toString(140640682321600L) } };
		Arrays.stream(defaults)
			.map((line) -> "agi_" + line[0] + ": " + this.environment.getOrDefault(line[0], line[1]))
			.forEach(lines::add);
		for (int i = 0; i < this.arguments.size(); i++) {
			lines.add("agi_arg_" + (i + 1) + ": " + this.arguments.get(i));
		}
		return lines;
	}

	/**
	 * What a caller does at a moment. Each use counts once: a prompt that plays twice
	 * takes two.
	 *
	 * @since 0.1.0
	 */
	public final class When {

		private final Press.Trigger trigger;

		private final String what;

		private Duration after = Duration.ZERO;

		private When(Press.Trigger trigger, String what) {
			this.trigger = trigger;
			this.what = what;
		}

		/**
		 * Wait first.
		 * @param delay how long after the moment, in the call's own time; what the script
		 * is told of a prompt's or a command's time is exactly this
		 * @return this
		 */
		public When after(Duration delay) {
			this.after = delay;
			return this;
		}

		/**
		 * Press digits.
		 * @param digits one or more of {@code 0-9*#A-D}
		 * @return the caller
		 */
		public AgiCaller press(String digits) {
			Digits.check(digits);
			AgiCaller.this.presses.add(new Press(this.trigger, this.what, this.after, digits));
			return AgiCaller.this;
		}

		/**
		 * Hang up.
		 * @return the caller
		 */
		public AgiCaller hangUp() {
			AgiCaller.this.presses.add(new Press(this.trigger, this.what, this.after, ""));
			return AgiCaller.this;
		}

	}

	/**
	 * How a subroutine of the dialplan ends.
	 *
	 * @since 0.1.0
	 */
	public final class Subroutine {

		private final String label;

		private Subroutine(String label) {
			this.label = label;
		}

		/**
		 * Return.
		 * @param value the value, which the script finds in {@code GOSUB_RETVAL}; may be
		 * empty
		 * @return the caller
		 */
		public AgiCaller returns(String value) {
			return add(new Routine("0 Gosub complete", value, false, false));
		}

		/**
		 * Hang up without a return.
		 * @return the caller
		 */
		public AgiCaller hangsUp() {
			return add(new Routine("0 Gosub complete (abnormal exit)", null, false, true));
		}

		/**
		 * Fail to start.
		 * @param result what {@code GOSUB} answers, other than 0
		 * @return the caller
		 */
		public AgiCaller fails(int result) {
			return add(new Routine(result + " Gosub failed", null, true, false));
		}

		private AgiCaller add(Routine routine) {
			AgiCaller.this.routines.put(this.label, routine);
			return AgiCaller.this;
		}

	}

	/**
	 * What a scripted call answers to a command.
	 *
	 * @since 0.1.0
	 */
	public final class Expect {

		private final String command;

		private Expect(String command) {
			this.command = command;
		}

		/**
		 * Reply.
		 * @param reply the reply without its line end, for example {@code 200 result=0};
		 * it may hold line feeds
		 * @return the caller
		 */
		public AgiCaller reply(String reply) {
			return add(reply, false, false);
		}

		/**
		 * Never reply.
		 * @return the caller
		 */
		public AgiCaller replyNothing() {
			return add(null, false, false);
		}

		/**
		 * Reply, and hang up the channel right after.
		 * @param reply the reply without its line end
		 * @return the caller
		 */
		public AgiCaller replyAndHangUp(String reply) {
			return add(reply, true, false);
		}

		/**
		 * Reply, and close the connection right after.
		 * @param reply the reply without its line end
		 * @return the caller
		 */
		public AgiCaller replyAndClose(String reply) {
			return add(reply, false, true);
		}

		private AgiCaller add(@Nullable String reply, boolean hangUp, boolean close) {
			AgiCaller.this.expectations.add(new Expectation(this.command, reply, hangUp, close));
			return AgiCaller.this;
		}

	}

}
