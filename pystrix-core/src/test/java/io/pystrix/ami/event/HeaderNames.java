package io.pystrix.ami.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of all headers that the schema knows.
 */
final class HeaderNames {

	private static final Pattern HEADER = Pattern.compile("^ {6}'?([A-Za-z][\\w()-]*)'?: ", Pattern.MULTILINE);

	/** What the schema tells by prefixes, and the code that is written by hand. */
	private static final Stream<String> OF_SNAPSHOTS = Stream
		.of("Channel", "ChannelState", "ChannelStateDesc", "CallerIDNum", "CallerIDName", "ConnectedLineNum",
				"ConnectedLineName", "Language", "AccountCode", "Context", "Exten", "Priority", "Uniqueid", "Linkedid",
				"BridgeUniqueid", "BridgeType", "BridgeTechnology", "BridgeCreator", "BridgeName", "BridgeNumChannels",
				"BridgeVideoSourceMode")
		.flatMap((name) -> Stream
			.of("", "Dest", "To", "From", "Caller", "LocalOne", "LocalTwo", "Transferer", "Transferee",
					"OrigTransferer", "SecondTransferer", "TransferTarget", "Orig", "Second", "Source", "Parkee",
					"Parker", "Retriever", "Spyer", "Spyee")
			.map((prefix) -> prefix + name));

	static final List<String> ALL = names();

	private HeaderNames() {
	}

	private static List<String> names() {
		try (Stream<Path> files = Files.list(Path.of("src/main/schema"))) {
			Stream<String> named = files.filter((file) -> file.toString().endsWith(".yaml"))
				.flatMap((file) -> HEADER.matcher(read(file)).results().map((result) -> result.group(1)));
			return Stream.concat(Stream.concat(named, OF_SNAPSHOTS), Stream.of("Timestamp", "SystemName", "Privilege"))
				.distinct()
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
