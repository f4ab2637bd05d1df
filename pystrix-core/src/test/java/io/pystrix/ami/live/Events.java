package io.pystrix.ami.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiEventCatalog;
import io.pystrix.ami.message.AmiEventType;
import io.pystrix.ami.message.AmiHeaders;

/**
 * Events without a connection.
 */
public final class Events {

	static final List<String> CAPTURES = List.of("a-session", "b-call-events", "b2-sip-hold", "d-asyncagi",
			"e-list-actions-survey", "f-originate", "g-timestamps-chanvars", "i-queue-conf-transfer", "j-flood-sample");

	private static final Map<String, AmiEventType<?>> TYPES = types();

	private Events() {
	}

	/** An event of the class that views it. */
	public static AmiEvent of(String... lines) {
		AmiHeaders headers = AmiHeaders.parse(lines);
		AmiEventType<?> type = TYPES.get(headers.get("Event"));
		return (type != null) ? type.factory().apply(headers) : new AmiEvent(headers);
	}

	/** What a callback is given of a capture: not the items of lists. */
	static List<AmiEvent> captured(String capture) {
		List<AmiEvent> events = new ArrayList<>();
		for (String message : read(capture).split("\r\n\r\n")) {
			String text = message.strip();
			if (text.startsWith("Event: ") && text.contains("\r\nPrivilege: ")) {
				AmiEvent event = of(text.split("\r\n"));
				// The one item of a list that tells the classes it belongs to
				if (!event.name().equals("Status")) {
					events.add(event);
				}
			}
		}
		return events;
	}

	private static String read(String capture) {
		try (InputStream in = Events.class.getResourceAsStream("/captures/" + capture + ".raw")) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			return text.substring(text.indexOf("\r\n") + 2);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, AmiEventType<?>> types() {
		Map<String, AmiEventType<?>> types = new HashMap<>();
		for (AmiEventCatalog catalog : ServiceLoader.load(AmiEventCatalog.class)) {
			catalog.types().forEach((type) -> types.put(type.name(), type));
		}
		return types;
	}

}
