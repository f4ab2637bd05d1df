package io.pystrix.agi.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiTexts;
import io.pystrix.agi.AsteriskSplitter;
import io.pystrix.agi.LetterCase;
import io.pystrix.agi.RecordOptions;
import io.pystrix.agi.TddSetting;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Whatever text a command is given, Asterisk reads the words of the command and that
 * text.
 */
class CommandLineTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final RecordOptions UNTIL = RecordOptions.until("#");

	/** Every command with all its texts. A new one has to be added here. */
	private static final List<Line> LINES = List.of(line("ANSWER", (t) -> new Answer()),
			line("ASYNCAGI BREAK", (t) -> new AsyncAgiBreak()),
			line("CHANNEL STATUS", (t) -> new ChannelStatus(t.a()), Texts::a),
			line("CONTROL STREAM FILE", (t) -> new ControlStreamFile(t.a(), "1"), Texts::a, is("1"), is("3000"),
					is("#"), is("*"), is(""), is("0")),
			line("DATABASE DEL", (t) -> new DatabaseDel(t.a(), t.b()), Texts::a, Texts::b),
			line("DATABASE DELTREE", (t) -> new DatabaseDeltree(t.a()), Texts::a),
			line("DATABASE DELTREE", (t) -> new DatabaseDeltree(t.a(), t.b()), Texts::a, Texts::b),
			line("DATABASE GET", (t) -> new DatabaseGet(t.a(), t.b()), Texts::a, Texts::b),
			line("DATABASE PUT", (t) -> new DatabasePut(t.a(), t.b(), t.c()), Texts::a, Texts::b, Texts::c),
			line("EXEC", (t) -> new Exec(t.a()), Texts::a),
			line("EXEC", (t) -> new Exec(t.a(), t.b(), null, t.c()), Texts::a, (t) -> t.b() + ",," + t.c()),
			line("GET DATA", (t) -> new GetData(t.a(), SECOND, 3), Texts::a, is("1000"), is("3")),
			line("GET FULL VARIABLE", (t) -> new GetFullVariable(t.a(), t.b()), Texts::a, Texts::b),
			line("GET OPTION", (t) -> new GetOption(t.a(), "1", SECOND), Texts::a, is("1"), is("1000")),
			line("GET VARIABLE", (t) -> new GetVariable(t.a()), Texts::a),
			line("GOSUB", (t) -> new Gosub(t.a(), t.b(), t.c()), Texts::a, Texts::b, Texts::c),
			line("GOSUB", (t) -> new Gosub(t.a(), t.b(), t.c(), t.a(), t.b()), Texts::a, Texts::b, Texts::c,
					(t) -> t.a() + "," + t.b()),
			line("HANGUP", (t) -> new Hangup(t.a()), Texts::a), line("NOOP", (t) -> new Noop()),
			line("RECEIVE CHAR", (t) -> new ReceiveChar(SECOND), is("1000")),
			line("RECEIVE TEXT", (t) -> new ReceiveText(SECOND), is("1000")),
			line("RECORD FILE", (t) -> new RecordFile(t.a(), t.b(), UNTIL), Texts::a, Texts::b, is("#"), is("-1"),
					is("0")),
			line("SAY ALPHA", (t) -> new SayAlpha(t.a(), "1", LetterCase.UPPER), Texts::a, is("1"), is("u")),
			line("SAY DATE", (t) -> new SayDate(Instant.EPOCH, "1"), is("0"), is("1")),
			line("SAY DATETIME", (t) -> new SayDatetime(Instant.EPOCH, "", t.a()), is("0"), is(""), Texts::a),
			line("SAY DIGITS", (t) -> new SayDigits("12", "*"), is("12"), is("*")),
			line("SAY NUMBER", (t) -> new SayNumber(-7, "*"), is("-7"), is("*")),
			line("SAY PHONETIC", (t) -> new SayPhonetic(t.a(), "1"), Texts::a, is("1")),
			line("SAY TIME", (t) -> new SayTime(Instant.EPOCH, "1"), is("0"), is("1")),
			line("SEND IMAGE", (t) -> new SendImage(t.a()), Texts::a),
			line("SEND TEXT", (t) -> new SendText(t.a()), Texts::a),
			line("SET AUTOHANGUP", (t) -> new SetAutohangup(SECOND), is("1")),
			line("SET CALLERID", (t) -> new SetCallerId(t.number()), (t) -> "<" + t.number() + ">"),
			line("SET CALLERID", (t) -> new SetCallerId("1", t.a()),
					(t) -> "\"" + t.a().replace("\\", "\\\\").replace("\"", "\\\"") + "\" <1>"),
			line("SET CONTEXT", (t) -> new SetContext(t.a()), Texts::a),
			line("SET EXTENSION", (t) -> new SetExtension(t.a()), Texts::a),
			line("SET MUSIC", (t) -> new SetMusic(t.a()), is("on"), Texts::a),
			line("SET PRIORITY", (t) -> new SetPriority(t.a()), Texts::a),
			line("SET VARIABLE", (t) -> new SetVariable(t.a(), t.b()), Texts::a, Texts::b),
			line("SPEECH ACTIVATE GRAMMAR", (t) -> new SpeechActivateGrammar(t.a()), Texts::a),
			line("SPEECH CREATE", (t) -> new SpeechCreate(t.a()), Texts::a),
			line("SPEECH DEACTIVATE GRAMMAR", (t) -> new SpeechDeactivateGrammar(t.a()), Texts::a),
			line("SPEECH DESTROY", (t) -> new SpeechDestroy()),
			line("SPEECH LOAD GRAMMAR", (t) -> new SpeechLoadGrammar(t.a(), t.b()), Texts::a, Texts::b),
			line("SPEECH RECOGNIZE", (t) -> new SpeechRecognize(t.a(), SECOND), Texts::a, is("1")),
			line("SPEECH SET", (t) -> new SpeechSet(t.a(), t.b()), Texts::a, Texts::b),
			line("SPEECH UNLOAD GRAMMAR", (t) -> new SpeechUnloadGrammar(t.a()), Texts::a),
			line("STREAM FILE", (t) -> new StreamFile(t.a(), "12", 7), Texts::a, is("12"), is("7")),
			line("TDD MODE", (t) -> new TddMode(TddSetting.ON), is("on")),
			line("VERBOSE", (t) -> new Verbose(t.a(), 3), Texts::a, is("3")),
			line("WAIT FOR DIGIT", (t) -> new WaitForDigit(SECOND), is("1000")));

	@Property(tries = 300)
	void asteriskReadsTheTextsThatWereGiven(@ForAll("texts") @Size(3) List<String> texts) {
		Texts t = new Texts(texts.get(0), texts.get(1), texts.get(2));
		for (Line line : LINES) {
			List<String> words = new ArrayList<>(List.of(line.verb().split(" ")));
			line.arguments().forEach((argument) -> words.add(argument.apply(t)));
			assertThat(AsteriskSplitter.split(line.command().apply(t).line())).isEqualTo(words);
		}
	}

	@Test
	void noCommandIsLeftOut() {
		List<String> commands = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("io.pystrix.agi.command")
			.stream()
			.filter((type) -> type.isAssignableTo(AgiCommand.class))
			.filter((type) -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
			.map(JavaClass::getName)
			.toList();
		assertThat(commands).hasSize(47);
		Texts t = new Texts("a", "b", "c");
		assertThat(
				LINES.stream().map((line) -> line.command().apply(t).getClass().getName()).collect(Collectors.toSet()))
			.containsExactlyInAnyOrderElementsOf(commands);
	}

	@Property
	void onlyKeysAreKeys(@ForAll("texts") @Size(1) List<String> texts) {
		String keys = texts.get(0);
		Stream<Function<String, AgiCommand<?>>> commands = Stream.of((k) -> new StreamFile("f", k),
				(k) -> new ControlStreamFile("f", k), (k) -> new GetOption("f", k),
				(k) -> new RecordFile("f", "gsm", RecordOptions.until(k)), (k) -> new SayNumber(1, k));
		commands.forEach((command) -> {
			if (keys.matches("[0-9*#A-Da-d]*")) {
				assertThat(AsteriskSplitter.split(command.apply(keys).line())).contains(keys);
			}
			else {
				assertThatIllegalArgumentException().isThrownBy(() -> command.apply(keys));
			}
		});
	}

	@Provide
	Arbitrary<List<String>> texts() {
		return AgiTexts.any().filter((text) -> !text.isEmpty()).list();
	}

	@SafeVarargs
	@SuppressWarnings("varargs")
	private static Line line(String verb, Function<Texts, AgiCommand<?>> command,
			Function<Texts, String>... arguments) {
		return new Line(verb, command, List.of(arguments));
	}

	private static Function<Texts, String> is(String word) {
		return (texts) -> word;
	}

	private record Texts(String a, String b, String c) {

		String number() {
			return this.a.replace("<", "").replace(">", "");
		}

	}

	private record Line(String verb, Function<Texts, AgiCommand<?>> command, List<Function<Texts, String>> arguments) {
	}

}
