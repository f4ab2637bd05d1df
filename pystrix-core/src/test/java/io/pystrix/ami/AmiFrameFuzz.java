package io.pystrix.ami;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.pystrix.FuzzInput;
import io.pystrix.PieceStream;
import io.pystrix.ami.internal.FrameReader;
import io.pystrix.ami.internal.ProtocolException;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever bytes come, and in whatever pieces: the same messages, then the end of the
 * stream or a clear error; never more memory than the limits allow; every header of a
 * message can be had.
 */
public final class AmiFrameFuzz {

	private static final FrameReader.Limits TIGHT = new FrameReader.Limits(128, 12, 512);

	private static final int INITIAL_BUFFER = 64 * 1024;

	private AmiFrameFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) throws IOException {
		FuzzInput input = new FuzzInput(data);
		int seed = input.below(1 << 16);
		byte[] bytes = input.rest();
		List<String> whole = read(new ByteArrayInputStream(bytes));
		assertThat(read(new PieceStream(bytes, seed))).isEqualTo(whole);
	}

	private static List<String> read(InputStream in) throws IOException {
		FrameReader reader = new FrameReader(in, TIGHT);
		List<String> seen = new ArrayList<>();
		try {
			seen.add(reader.readGreeting());
			while (true) {
				reader.next();
				byte[] message = Arrays.copyOfRange(reader.buffer(), reader.start(), reader.end());
				assertThat(message.length).isBetween(4, TIGHT.maxMessageSize());
				seen.add(new String(message, StandardCharsets.ISO_8859_1));
				check(AmiHeaders.of(message, 0, message.length, StandardCharsets.UTF_8));
			}
		}
		catch (EOFException ex) {
			seen.add("ended");
		}
		catch (ProtocolException ex) {
			seen.add("refused");
		}
		assertThat(reader.buffer().length).isEqualTo(INITIAL_BUFFER);
		return seen;
	}

	private static void check(AmiHeaders headers) {
		List<AmiHeader> all = headers.toList();
		assertThat(all).hasSize(headers.size()).hasSizeLessThanOrEqualTo(TIGHT.maxHeaders() + 1);
		for (AmiHeader header : all) {
			assertThat(headers.contains(header.name())).isTrue();
			assertThat(headers.getAll(header.name())).contains(header.value()).startsWith(headers.get(header.name()));
		}
		assertThat(headers.toString()).isNotNull();
	}

}
