package io.pystrix.agi.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.RecordOptions;
import io.pystrix.agi.TddSetting;
import io.pystrix.agi.command.Answer;
import io.pystrix.agi.command.ChannelStatus;
import io.pystrix.agi.command.ControlStreamFile;
import io.pystrix.agi.command.DatabaseDel;
import io.pystrix.agi.command.DatabaseDeltree;
import io.pystrix.agi.command.DatabaseGet;
import io.pystrix.agi.command.DatabasePut;
import io.pystrix.agi.command.Exec;
import io.pystrix.agi.command.GetData;
import io.pystrix.agi.command.GetFullVariable;
import io.pystrix.agi.command.GetOption;
import io.pystrix.agi.command.GetVariable;
import io.pystrix.agi.command.Gosub;
import io.pystrix.agi.command.Hangup;
import io.pystrix.agi.command.Noop;
import io.pystrix.agi.command.ReceiveChar;
import io.pystrix.agi.command.ReceiveText;
import io.pystrix.agi.command.RecordFile;
import io.pystrix.agi.command.SayAlpha;
import io.pystrix.agi.command.SayDate;
import io.pystrix.agi.command.SayDatetime;
import io.pystrix.agi.command.SayDigits;
import io.pystrix.agi.command.SayNumber;
import io.pystrix.agi.command.SayPhonetic;
import io.pystrix.agi.command.SayTime;
import io.pystrix.agi.command.SendImage;
import io.pystrix.agi.command.SendText;
import io.pystrix.agi.command.SetAutohangup;
import io.pystrix.agi.command.SetCallerId;
import io.pystrix.agi.command.SetContext;
import io.pystrix.agi.command.SetExtension;
import io.pystrix.agi.command.SetMusic;
import io.pystrix.agi.command.SetPriority;
import io.pystrix.agi.command.SetVariable;
import io.pystrix.agi.command.SpeechActivateGrammar;
import io.pystrix.agi.command.SpeechCreate;
import io.pystrix.agi.command.SpeechDeactivateGrammar;
import io.pystrix.agi.command.SpeechDestroy;
import io.pystrix.agi.command.SpeechLoadGrammar;
import io.pystrix.agi.command.SpeechRecognize;
import io.pystrix.agi.command.SpeechSet;
import io.pystrix.agi.command.SpeechUnloadGrammar;
import io.pystrix.agi.command.StreamFile;
import io.pystrix.agi.command.TddMode;
import io.pystrix.agi.command.Verbose;
import io.pystrix.agi.command.WaitForDigit;

/**
 * The tables of docs/agi-replies.md.
 */
final class ReplyGrammar {

	private static final Path FILE = Path.of("../docs/agi-replies.md");

	private static final Duration SECOND = Duration.ofSeconds(1);

	/** A command of each kind. */
	static final Map<String, AgiCommand<?>> COMMANDS = commands();

	/**
	 * One form of a reply.
	 *
	 * @param command the command
	 * @param text what Asterisk sends
	 * @param gives the result as text, or the simple name of the exception
	 */
	record Row(AgiCommand<?> command, String text, String gives) {

	}

	private ReplyGrammar() {
	}

	static List<Row> rows() {
		List<Row> rows = new ArrayList<>();
		for (String line : lines()) {
			if (!line.startsWith("| `")) {
				continue;
			}
			List<String> cells = cells(line);
			AgiCommand<?> command = COMMANDS.get(text(cells.get(0)));
			if (command != null) {
				rows.add(new Row(command, text(cells.get(1)) + "\n", text(cells.get(2))));
			}
			else {
				COMMANDS.values().forEach((any) -> rows.add(new Row(any, text(cells.get(0)) + "\n", cells.get(1))));
			}
		}
		return rows;
	}

	private static List<String> lines() {
		try {
			return Files.readAllLines(FILE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> cells(String line) {
		List<String> cells = new ArrayList<>();
		for (String cell : line.substring(2).split(" \\|(?: |$)")) {
			cells.add(cell);
		}
		return cells;
	}

	private static String text(String cell) {
		boolean code = cell.startsWith("`");
		return (code ? cell.substring(1, cell.lastIndexOf('`')) : cell).replace("\\n", "\n");
	}

	private static Map<String, AgiCommand<?>> commands() {
		List<AgiCommand<?>> all = List.of(new Answer(), new ChannelStatus(), new ControlStreamFile("f", "1"),
				new DatabaseDel("f", "k"), new DatabaseDeltree("f"), new DatabaseGet("f", "k"),
				new DatabasePut("f", "k", "v"), new Exec("Odd"), new GetData("f"), new GetFullVariable("${X}"),
				new GetOption("f", "1"), new GetVariable("X"), new Gosub("c", "s", "1"), new Hangup(), new Noop(),
				new ReceiveChar(SECOND), new ReceiveText(SECOND), new RecordFile("f", "gsm", RecordOptions.until("#1")),
				new SayAlpha("a"), new SayDate(Instant.EPOCH), new SayDatetime(Instant.EPOCH), new SayDigits("1"),
				new SayNumber(1), new SayPhonetic("a"), new SayTime(Instant.EPOCH), new SendImage("f"),
				new SendText("t"), new SetAutohangup(SECOND), new SetCallerId("1"), new SetContext("c"),
				new SetExtension("e"), new SetMusic(true), new SetPriority(1), new SetVariable("n", "v"),
				new SpeechCreate("e"), new SpeechSet("n", "v"), new SpeechDestroy(), new SpeechLoadGrammar("g", "p"),
				new SpeechUnloadGrammar("g"), new SpeechActivateGrammar("g"), new SpeechDeactivateGrammar("g"),
				new SpeechRecognize("f", SECOND), new StreamFile("f"), new TddMode(TddSetting.ON), new Verbose("m"),
				new WaitForDigit());
		Map<String, AgiCommand<?>> commands = new LinkedHashMap<>();
		for (AgiCommand<?> command : all) {
			commands.put(command.line().replaceAll(" (\"|-?\\d).*", "").replaceAll(" (on|off)$", ""), command);
		}
		return commands;
	}

}
