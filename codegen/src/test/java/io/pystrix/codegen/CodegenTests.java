package io.pystrix.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CodegenTests {

	@TempDir
	Path folder;

	@BeforeEach
	void schema() throws IOException {
		write("events.yaml", """
				Seat:
				  summary: Somebody sat down.
				  releases: 13 and later
				  channels: ['', Dest]
				  headers:
				    Number: int
				    Row: text required
				    Free: boolean
				    Guest: text repeated
				SeatsComplete:
				  summary: Ends the list.
				  releases: 13 and later
				""");
		write("actions.yaml", """
				Seats:
				  summary: Lists the seats.
				  releases: 20 and later
				  items: Seat
				  complete: SeatsComplete
				  parameters:
				    Room: text required
				    Timeout: milliseconds
				    Guest: text repeated
				""");
	}

	@Test
	void eventIsAViewWithAnAccessorForEachHeader() throws IOException {
		generate();
		assertThat(generated("event/SeatEvent.java")).contains("public final class SeatEvent extends AmiEvent")
			.contains("Somebody sat down.")
			.contains("Asterisk 13 and later.")
			.contains("return required(\"Channel\");")
			.contains("public @Nullable ChannelSnapshot dest()")
			.contains("public OptionalInt number()")
			.contains("public String row()")
			.contains("public @Nullable Boolean free()")
			.contains("public List<String> guest()");
	}

	@Test
	void actionTakesWhatIsRequiredAndReturnsItsList() throws IOException {
		generate();
		assertThat(generated("action/SeatsAction.java"))
			.contains("public final class SeatsAction extends AmiAction<EventList<SeatEvent>>")
			.contains("public SeatsAction(String room)")
			.contains("public SeatsAction timeout(Duration timeout)")
			.contains("timeout.toMillis()")
			.contains("withAddedHeader(\"Guest\"")
			.contains("return \"SeatsComplete\";");
	}

	@Test
	void catalogNamesEveryEvent() throws IOException {
		generate();
		assertThat(generated("event/StandardEvents.java"))
			.contains("new AmiEventType<>(\"Seat\", SeatEvent.class, SeatEvent::new)")
			.contains("SeatsCompleteEvent::new");
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
		write("actions.yaml", "Other:\n  summary: Does something else.\n  releases: 13 and later\n");
		generate();
		assertThat(this.folder.resolve("out/io/pystrix/ami/action")).isDirectoryContaining("glob:**OtherAction.java")
			.isDirectoryNotContaining("glob:**SeatsAction.java");
	}

	@Test
	void mistakeInTheSchemaIsNamed() throws IOException {
		write("actions.yaml", "Seats:\n  releases: 13\n");
		assertThatIllegalArgumentException().isThrownBy(this::generate)
			.withMessageContaining("Seats")
			.withMessageContaining("summary");
		write("actions.yaml", "Seats:\n  summary: x\n  releases: 13\n  parameters:\n    Room: colour\n");
		assertThatIllegalArgumentException().isThrownBy(this::generate);
		write("actions.yaml", "Seats: 5\n");
		assertThatIllegalArgumentException().isThrownBy(this::generate).withMessageContaining("Seats");
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
