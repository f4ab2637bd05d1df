package io.pystrix.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CodegenTests {

	@TempDir
	Path folder;

	@BeforeEach
	void schema() throws IOException {
		write("hall.yaml", """
				events:
				  Seat:
				    summary: Somebody sat down.
				    channels: ['', Dest]
				    bridges: [Orig]
				    headers:
				      Number: int
				      Row: text required
				      Free: yesno
				      Guest: text repeated
				      Name: text as guestName since 16 until 20
				      Waited: seconds
				      Price: decimal
				      Since: epoch
				      Kind: SeatKind
				      Note: text escaped
				      Label: text required escaped
				      Owner: text placeholder
				      Sitter: text escaped placeholder
				      Tag: variable escaped
				  Door:
				    summary: Somebody came in.
				    since: 16
				    channels: ['?']
				    bridges: ['']
				  SeatsComplete:
				    summary: Ends the list.
				enums:
				  SeatKind:
				    summary: What a seat is.
				    values:
				      CHAIR: ['1', chair]
				      SOFT: Arm Chair
				""");
		write("desk.yaml", """
				actions:
				  Seats:
				    summary: Lists the seats.
				    since: 20
				    items: Seat
				    complete: SeatsComplete
				    empty: No seats
				    parameters:
				      Room: text required
				      Timeout: milliseconds
				      Rest: seconds since 22
				      Guest: text repeated
				      Free: yesno
				      Heated: onoff
				      Order: Ordering
				      Variable: variable
				      '*': headers as header
				  Everything:
				    summary: Lists everything.
				    items: [Seat, Door]
				    complete: SeatsComplete
				  Look:
				    summary: Looks at one seat.
				    answer: Seat
				  Sit:
				    summary: Takes a seat.
				    parameters:
				      Row: text required
				    outcome: Seat
				    matched: [Row]
				  Count:
				    summary: Counts the seats.
				    until: 20
				    response: CountResponse
				enums:
				  Ordering:
				    summary: An order.
				    sent: true
				    values:
				      UP: up
				""");
	}

	@Test
	void eventIsAViewWithAnAccessorForEachHeader() throws IOException {
		generate();
		assertThat(generated("event/SeatEvent.java")).contains("public final class SeatEvent extends ChannelEvent")
			.contains("Somebody sat down.")
			.contains("Asterisk 13 and later.")
			.contains("public @Nullable ChannelSnapshot dest()")
			.contains("public @Nullable BridgeSnapshot origBridge()")
			.contains("public OptionalInt number()")
			.contains("public String row()")
			.contains("return required(\"Row\");")
			.contains("public @Nullable Boolean free()")
			.contains("public List<String> guest()")
			.contains("public @Nullable String guestName()")
			.contains("The header {@code Name}. Asterisk 16 to 20.")
			.contains("public @Nullable Duration waited()")
			.contains("public OptionalDouble price()")
			.contains("public @Nullable Instant since()")
			.contains("return SeatKind.of(get(\"Kind\"));");
	}

	@Test
	void whatAsteriskDoesToTextsIsUndone() throws IOException {
		generate();
		assertThat(generated("event/SeatEvent.java")).contains("return WireText.unescaped(get(\"Note\"));")
			.contains("return WireText.unescape(required(\"Label\"));")
			.contains("return WireText.known(get(\"Owner\"));")
			.contains("return WireText.known(WireText.unescaped(get(\"Sitter\")));")
			.contains("return WireText.unescapedVariables(getAll(\"Tag\"));");
	}

	@Test
	void snapshotThatMayBeAbsentIsNullable() throws IOException {
		generate();
		assertThat(generated("event/DoorEvent.java")).contains("public final class DoorEvent extends AmiEvent")
			.contains("public @Nullable String channel()")
			.contains("public @Nullable ChannelSnapshot snapshot()")
			.contains("public @Nullable String bridgeUniqueid()")
			.contains("public @Nullable BridgeSnapshot bridge()");
	}

	@Test
	void actionTakesWhatIsRequiredAndReturnsItsList() throws IOException {
		generate();
		assertThat(generated("action/SeatsAction.java"))
			.contains("public final class SeatsAction extends AmiAction<EventList<SeatEvent>>")
			.contains("Asterisk 20 and later.")
			.contains("public SeatsAction(String room)")
			.contains("public SeatsAction timeout(Duration timeout)")
			.contains("timeout.toMillis()")
			.contains("rest.toSeconds()")
			.contains("Asterisk 22 and later.")
			.contains("withAddedHeader(\"Guest\"")
			.contains("free ? \"yes\" : \"no\"")
			.contains("heated ? \"on\" : \"off\"")
			.contains("order.word()")
			.contains("withVariable(\"Variable\", name, value)")
			.contains("public SeatsAction header(String name, String value)")
			.contains("return startsWith(response, \"No seats\");")
			.contains("return \"SeatsComplete\";");
	}

	@Test
	void listOfDifferentEventsIsOneOfEvents() throws IOException {
		generate();
		assertThat(generated("action/EverythingAction.java")).contains("extends AmiAction<EventList<AmiEvent>>");
	}

	@Test
	void oneEventMayBeTheAnswer() throws IOException {
		generate();
		assertThat(generated("action/LookAction.java")).contains("extends AmiAction<SeatEvent>")
			.contains("return \"Seat\";")
			.contains("new SeatEvent(events.get(events.size() - 1).headers())");
	}

	@Test
	void outcomeIsKnownByWhatItHasInCommonWithTheAction() throws IOException {
		generate();
		assertThat(generated("action/SitAction.java")).contains("extends OutcomeAction<SeatEvent>")
			.contains("return agrees(event, \"Row\");");
	}

	@Test
	void responseMayHaveAClassOfItsOwn() throws IOException {
		generate();
		assertThat(generated("action/CountAction.java")).contains("extends AmiAction<CountResponse>")
			.contains("Asterisk 13 to 20.");
	}

	@Test
	void enumThatIsReceivedHasAConstantForTheUnknown() throws IOException {
		generate();
		assertThat(generated("event/SeatKind.java")).contains("CHAIR(\"1\", \"chair\")")
			.contains("SOFT(\"Arm Chair\")")
			.contains("UNKNOWN");
		assertThat(generated("action/Ordering.java")).contains("UP(\"up\")").doesNotContain("UNKNOWN");
	}

	@Test
	void catalogNamesEveryEvent() throws IOException {
		generate();
		assertThat(generated("event/StandardEvents.java")).contains("type(\"Seat\", SeatEvent.class, 1)")
			.contains("case 1 -> new SeatEvent(headers);")
			.contains("new SeatsCompleteEvent(headers);");
	}

	@Test
	void whatHasNotChangedIsNotWrittenAgain() throws IOException {
		generate();
		Path file = this.folder.resolve("out/io/pystrix/ami/event/SeatEvent.java");
		FileTime old = FileTime.fromMillis(0);
		Files.setLastModifiedTime(file, old);
		generate();
		assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);
	}

	@Test
	void whatLeftTheSchemaIsDeleted() throws IOException {
		generate();
		write("desk.yaml", "actions:\n  Other:\n    summary: Does something else.\n");
		generate();
		assertThat(this.folder.resolve("out/io/pystrix/ami/action")).isDirectoryContaining("glob:**OtherAction.java")
			.isDirectoryNotContaining("glob:**SeatsAction.java");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Seats: {}                                               | needs the field summary
			Seats: 5                                                | must have fields
			Seats: {summary: x, colour: y}                          | has the unknown field
			Seats: {summary: x, parameters: {Room: colour}}         | has the unknown type
			Seats: {summary: x, parameters: {Room: text sometimes}} | has the unknown word
			Seats: {summary: x, parameters: {Name: text}}           | needs a Java name of its own
			Seats: {summary: x, parameters: {Room: int escaped}}    | must be text to be escaped
			Seats: {summary: x, parameters: {Room: text required placeholder}} | must be text to be escaped
			""")
	void mistakeInTheSchemaIsNamed(String action, String complaint) throws IOException {
		write("desk.yaml", "actions:\n  " + action + "\n");
		assertThatIllegalArgumentException().isThrownBy(this::generate).withMessageContaining(complaint);
	}

	@Test
	void sameNameInTwoFilesIsAMistake() throws IOException {
		write("other.yaml", "events:\n  Seat:\n    summary: Once more.\n");
		assertThatIllegalArgumentException().isThrownBy(this::generate).withMessageContaining("'Seat'");
	}

	private void generate() throws IOException {
		Codegen.main(new String[] { this.folder.toString(), this.folder.resolve("out").toString() });
	}

	private String generated(String file) throws IOException {
		return Files.readString(this.folder.resolve("out/io/pystrix/ami").resolve(file));
	}

	private void write(String file, String text) throws IOException {
		Files.writeString(this.folder.resolve(file), text);
	}

}
