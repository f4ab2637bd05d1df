package io.pystrix.ami;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import io.pystrix.ami.internal.FrameReader;
import io.pystrix.ami.internal.HeaderIndex;
import io.pystrix.ami.internal.RequestEncoder;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiHeaders;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for any headers, any bytes, and however they arrive.
 */
class AmiCodecPropertyTests {

	private static final FrameReader.Limits TIGHT = new FrameReader.Limits(2048, 128, 8192);

	@Property
	void headersComeOutAsTheyWentIn(@ForAll("headers") @Size(min = 1, max = 100) List<AmiHeader> headers)
			throws IOException {
		RequestEncoder encoder = new RequestEncoder(StandardCharsets.UTF_8);
		headers.forEach((header) -> encoder.header(header.name(), header.value()));
		List<AmiHeaders> messages = read(new ByteArrayInputStream(encoder.finish()));
		assertThat(messages).hasSize(1);
		assertThat(messages.get(0)).containsExactlyElementsOf(headers);
		for (AmiHeader header : headers) {
			assertThat(messages.get(0).get(header.name().toUpperCase(Locale.ROOT))).isNotNull();
			assertThat(messages.get(0).getAll(header.name())).contains(header.value());
		}
	}

	@Property
	void requestIsOfAsManyLinesAsItHasHeaders(@ForAll("headers") @Size(max = 100) List<AmiHeader> headers) {
		RequestEncoder encoder = new RequestEncoder(StandardCharsets.UTF_8);
		headers.forEach((header) -> encoder.header(header.name(), header.value()));
		byte[] request = encoder.finish();
		int lineFeeds = 0;
		for (int i = 0; i < request.length; i++) {
			if (request[i] == '\n') {
				lineFeeds++;
				assertThat(request[i - 1]).isEqualTo((byte) '\r');
			}
		}
		assertThat(lineFeeds).isEqualTo(headers.size() + 1);
	}

	@Provide
	Arbitrary<List<AmiHeader>> headers() {
		Arbitrary<String> names = Arbitraries.strings()
			.withCharRange('!', '9')
			.withCharRange(';', '~')
			.ofMinLength(1)
			.ofMaxLength(20);
		// A message of its own loses the line feeds at its end; a value has none here
		Arbitrary<String> values = Arbitraries.strings()
			.withCharRange('\u0001', '\u0009')
			.withCharRange('\u000e', '\ud7ff')
			.withChars(" :\\\"")
			.ofMaxLength(60);
		return Combinators.combine(names, values).as(AmiHeader::new).list();
	}

	@Property(tries = 150)
	void messagesOfARealAsteriskAreTheSameHoweverTheyAreCut(@ForAll("captures") String capture, @ForAll long seed)
			throws IOException {
		byte[] bytes = capture(capture);
		List<AmiHeaders> whole = readAfterGreeting(new ByteArrayInputStream(bytes));
		List<AmiHeaders> cut = readAfterGreeting(new RandomPieces(bytes, new Random(seed)));
		assertThat(whole).hasSizeGreaterThan(20);
		assertThat(cut).usingElementComparator((a, b) -> Arrays.compare(a.toByteArray(), b.toByteArray()))
			.containsExactlyElementsOf(whole);
	}

	@Property(tries = 20)
	void everyByteOfARealAsteriskIsInAMessageOrAnEmptyLine(@ForAll("captures") String capture) throws IOException {
		byte[] bytes = capture(capture);
		int read = 0;
		for (AmiHeaders message : readAfterGreeting(new ByteArrayInputStream(bytes))) {
			read += message.toByteArray().length;
			assertThat(message.toString()).startsWith(message.contains("Event") ? "Event: " : "");
		}
		// The greeting, and the second empty line of some messages
		assertThat(bytes.length - read).isBetween(0, bytes.length / 50);
	}

	@Provide
	Arbitrary<String> captures() {
		return Arbitraries.of("a-session", "b-call-events", "b2-sip-hold", "d-asyncagi", "e-list-actions-survey",
				"f-originate", "g-timestamps-chanvars", "i-queue-conf-transfer", "j-flood-sample");
	}

	@Property(tries = 3000)
	void messagesEndWhereTheirFirstEmptyLineDoes(@ForAll("lineEnds") String text, @ForAll long seed)
			throws IOException {
		List<String> expected = new ArrayList<>();
		int start = 0;
		while (start >= 0) {
			while (text.startsWith("\r\n", start)) {
				start += 2;
			}
			int end = text.indexOf("\r\n\r\n", start);
			if (end >= 0) {
				expected.add(text.substring(start, end + 4));
			}
			start = (end >= 0) ? end + 4 : -1;
		}
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		assertThat(read(new RandomPieces(bytes, new Random(seed))))
			.extracting((message) -> new String(message.toByteArray(), StandardCharsets.US_ASCII))
			.containsExactlyElementsOf(expected);
	}

	@Property(tries = 3000)
	void headerIsTheSameWithAndWithoutAnIndex(@ForAll("lineEnds") String text) {
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		int[] index = HeaderIndex.of(bytes, 0, bytes.length);
		for (String name : List.of("a", "aa", "aaa", "Message")) {
			int header = HeaderIndex.find(index, bytes, name, 0);
			long indexed = (header < 0) ? -1 : ((long) HeaderIndex.valueStart(index, header) << Integer.SIZE)
					| HeaderIndex.valueEnd(index, header);
			assertThat(HeaderIndex.findValue(bytes, name)).isEqualTo(indexed);
		}
	}

	@Provide
	Arbitrary<String> lineEnds() {
		return Arbitraries.of("a", "A", "aaaaaaaaaaaa", ":", " ", "\r", "\n", "\r\n", "\r\n\r\n", "Message: ")
			.list()
			.ofMaxSize(60)
			.map((parts) -> String.join("", parts));
	}

	@Property
	void garbageEndsInAnIoExceptionAndNothingElse(@ForAll("garbage") byte[] garbage, @ForAll long seed) {
		assertThat(failure(garbage, seed)).isInstanceOf(IOException.class);
	}

	@Property(tries = 150)
	void damagedMessagesEndInAnIoExceptionAndNothingElse(@ForAll("captures") String capture, @ForAll long seed)
			throws IOException {
		Random random = new Random(seed);
		byte[] bytes = capture(capture);
		int from = random.nextInt(bytes.length - 8000);
		byte[] damaged = Arrays.copyOfRange(bytes, from, from + 8000);
		for (int i = 0; i < 100; i++) {
			damaged[random.nextInt(damaged.length)] = (byte) "\r\n: \0\u00ffAE".charAt(random.nextInt(8));
		}
		assertThat(failure(damaged, seed)).isInstanceOf(IOException.class);
	}

	/** Much of what means something to the reader, and any other byte. */
	@Provide
	Arbitrary<byte[]> garbage() {
		Arbitrary<Byte> meaning = Arbitraries.of((byte) '\r', (byte) '\n', (byte) ':', (byte) ' ', (byte) 0);
		return Arbitraries.oneOf(meaning, Arbitraries.bytes()).array(byte[].class).ofMaxSize(4000);
	}

	/** Reads to the end, and everything of each message. */
	private static Exception failure(byte[] bytes, long seed) {
		FrameReader reader = new FrameReader(new RandomPieces(bytes, new Random(seed)), TIGHT);
		try {
			reader.readGreeting();
			while (true) {
				reader.next();
				AmiHeaders headers = message(reader);
				assertThat(headers.toList()).hasSize(headers.size());
				headers.forEach((header) -> assertThat(headers.getAll(header.name())).contains(header.value()));
			}
		}
		catch (IOException | RuntimeException ex) {
			return ex;
		}
	}

	private static List<AmiHeaders> readAfterGreeting(InputStream in) throws IOException {
		FrameReader reader = new FrameReader(in, FrameReader.Limits.DEFAULTS);
		assertThat(reader.readGreeting()).startsWith("Asterisk Call Manager/");
		return read(reader);
	}

	private static List<AmiHeaders> read(InputStream in) throws IOException {
		return read(new FrameReader(in, FrameReader.Limits.DEFAULTS));
	}

	private static List<AmiHeaders> read(FrameReader reader) throws IOException {
		List<AmiHeaders> messages = new ArrayList<>();
		try {
			while (true) {
				reader.next();
				messages.add(message(reader));
			}
		}
		catch (EOFException ex) {
			return messages;
		}
	}

	private static AmiHeaders message(FrameReader reader) {
		return AmiHeaders.of(reader.buffer(), reader.start(), reader.end(), StandardCharsets.UTF_8);
	}

	private static byte[] capture(String name) throws IOException {
		try (InputStream in = AmiCodecPropertyTests.class.getResourceAsStream("/captures/" + name + ".raw")) {
			assertThat(in).isNotNull();
			return in.readAllBytes();
		}
	}

	/**
	 * Hands out its bytes as a network might: mostly by few, sometimes many at a time.
	 */
	private static final class RandomPieces extends ByteArrayInputStream {

		private final Random random;

		RandomPieces(byte[] bytes, Random random) {
			super(bytes);
			this.random = random;
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			int most = (this.random.nextInt(4) == 0) ? 5000 : 6;
			return super.read(target, offset, Math.min(length, 1 + this.random.nextInt(most)));
		}

	}

}
