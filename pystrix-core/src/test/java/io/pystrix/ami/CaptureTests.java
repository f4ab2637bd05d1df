package io.pystrix.ami;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.pystrix.ami.internal.FrameReader;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a real Asterisk 22 has sent, through the codec and the typed events.
 */
class CaptureTests {

	private final EventTypes types = new EventTypes(List.of());

	@ParameterizedTest
	@ValueSource(strings = { "a-session", "b-call-events", "b2-sip-hold", "d-asyncagi", "e-list-actions-survey",
			"f-originate", "g-timestamps-chanvars", "i-queue-conf-transfer", "j-flood-sample" })
	void noByteAndNoHeaderIsLost(String capture) throws IOException {
		byte[] sent = read(capture);
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.write(greeting(sent));
		for (AmiHeaders message : messages(sent)) {
			whole.write(message.toByteArray());
			String[] lines = text(message.toByteArray()).split("\r\n");
			List<AmiHeader> headers = message.toList();
			assertThat(headers).hasSameSizeAs(lines);
			for (int i = 0; i < lines.length; i++) {
				assertThat(lines[i]).startsWith(headers.get(i).name()).contains(headers.get(i).value());
				assertThat(message.getAll(headers.get(i).name())).contains(headers.get(i).value());
			}
		}
		assertThat(withoutEmptyMessages(text(whole.toByteArray()))).isEqualTo(withoutEmptyMessages(text(sent)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a-session", "b-call-events", "b2-sip-hold", "d-asyncagi", "e-list-actions-survey",
			"f-originate", "g-timestamps-chanvars", "i-queue-conf-transfer", "j-flood-sample" })
	void everyEventHasAClassThatCanReadIt(String capture) throws Exception {
		for (AmiHeaders message : messages(read(capture))) {
			String name = message.toList().get(0).value();
			if (!message.toList().get(0).name().equals("Event")) {
				continue;
			}
			AmiEvent event = this.types.get(name).factory().apply(message);
			assertThat(event.getClass()).as(name).isNotEqualTo(AmiEvent.class);
			for (Method accessor : event.getClass().getMethods()) {
				if (accessor.getParameterCount() == 0 && accessor.getDeclaringClass() != Object.class) {
					accessor.invoke(event);
				}
			}
		}
	}

	private static byte[] read(String capture) throws IOException {
		try (InputStream in = CaptureTests.class.getResourceAsStream("/captures/" + capture + ".raw")) {
			return in.readAllBytes();
		}
	}

	private static byte[] greeting(byte[] sent) {
		return Arrays.copyOf(sent, text(sent).indexOf("\r\n") + 2);
	}

	private static List<AmiHeaders> messages(byte[] sent) throws IOException {
		FrameReader reader = new FrameReader(new ByteArrayInputStream(sent), FrameReader.Limits.DEFAULTS);
		reader.readGreeting();
		List<AmiHeaders> messages = new ArrayList<>();
		try {
			while (true) {
				reader.next();
				messages.add(AmiHeaders.of(reader.buffer(), reader.start(), reader.end(), StandardCharsets.ISO_8859_1));
			}
		}
		catch (EOFException ex) {
			return messages;
		}
	}

	/** One byte is one character, so that nothing is lost. */
	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	/** Asterisk sends some empty lines too many, which are no messages. */
	private static String withoutEmptyMessages(String text) {
		return text.replaceAll("(\r\n){2,}", "\r\n\r\n");
	}

}
