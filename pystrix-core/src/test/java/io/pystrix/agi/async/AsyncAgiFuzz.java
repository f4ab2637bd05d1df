package io.pystrix.agi.async;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.pystrix.FuzzInput;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.internal.ByteSource;
import io.pystrix.agi.internal.EnvironmentException;
import io.pystrix.agi.internal.EnvironmentReader;
import io.pystrix.agi.internal.ForgedEnvironmentException;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.LineReader;
import io.pystrix.agi.internal.LineSource;
import io.pystrix.agi.internal.ReplyReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever an event of AsyncAGI holds: an environment and a reply, or a clear error; and
 * what was encoded as Asterisk does is decoded to the byte.
 */
public final class AsyncAgiFuzz {

	private AsyncAgiFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) throws IOException {
		FuzzInput input = new FuzzInput(data);
		int size = 1 + input.below(2000);
		byte[] bytes = input.rest();
		assertThat(PercentDecoder.decode(encoded(bytes))).isEqualTo(bytes);
		try {
			environment(new String(bytes, StandardCharsets.UTF_8));
			String text = joined(bytes, size);
			new ReplyReader(LineSource.of(text), new HangupNotice()).read();
		}
		catch (EOFException | EnvironmentException | AgiException ex) {
			assertThat(ex.getMessage()).isNotEmpty();
		}
	}

	private static void environment(String encoded) throws IOException {
		byte[] block = PercentDecoder.decode(encoded);
		assertThat(block.length).isLessThanOrEqualTo(encoded.getBytes(StandardCharsets.UTF_8).length);
		try {
			EnvironmentReader
				.read(new LineReader(ByteSource.of(new ByteArrayInputStream(block)), StandardCharsets.UTF_8));
		}
		catch (EOFException | EnvironmentException | ForgedEnvironmentException ex) {
			assertThat(ex.getMessage()).isNotEmpty();
		}
	}

	private static String joined(byte[] bytes, int size) {
		Reassembly whole = new Reassembly();
		for (int start = 0; start < bytes.length; start += size) {
			byte[] piece = Arrays.copyOfRange(bytes, start, Math.min(start + size, bytes.length));
			whole.add(Piece.of(new String(piece, StandardCharsets.ISO_8859_1)));
		}
		return whole.text(StandardCharsets.UTF_8);
	}

	/** All but letters and digits, as Asterisk does it. */
	private static String encoded(byte[] bytes) {
		StringBuilder text = new StringBuilder();
		for (byte b : bytes) {
			boolean plain = b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
			text.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
		}
		return text.toString();
	}

}
