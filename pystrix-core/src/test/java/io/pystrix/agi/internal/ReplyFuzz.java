package io.pystrix.agi.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.pystrix.FuzzInput;
import io.pystrix.PieceStream;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.command.Exec;
import io.pystrix.agi.command.GetVariable;
import io.pystrix.agi.command.StreamFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is answered to commands, over a stream in pieces or as one text: a result or
 * one of the documented exceptions.
 */
public final class ReplyFuzz {

	private static final AgiEnvironment ENVIRONMENT = AgiEnvironment.of(Map.of("agi_channel", "x"));

	private ReplyFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) throws IOException {
		FuzzInput input = new FuzzInput(data);
		long seed = input.below(1 << 16);
		byte[] bytes = input.rest();
		overStream(bytes, seed);
		asText(new String(bytes, StandardCharsets.UTF_8));
	}

	private static void overStream(byte[] bytes, long seed) {
		HangupNotice hangup = new HangupNotice();
		LineReader reader = new LineReader(ByteSource.of(new PieceStream(bytes, seed)), StandardCharsets.UTF_8);
		StreamTransport transport = new StreamTransport(reader, OutputStream.nullOutputStream(), StandardCharsets.UTF_8,
				hangup, () -> {
				});
		AgiSession session = new AgiSession(transport, ENVIRONMENT, hangup, null, null);
		try {
			while (session.isUsable()) {
				assertThat(session.execute(new GetVariable("x"))).isNotNull();
				assertThat(session.execute(new StreamFile("x"))).isNotNull();
				assertThat(session.execute(new Exec("x"))).isNotNull();
				session.isHungUp();
			}
		}
		catch (AgiException ex) {
			assertThat(ex.getMessage()).isNotEmpty();
		}
	}

	private static void asText(String text) throws IOException {
		ReplyReader replies = new ReplyReader(LineSource.of(text), new HangupNotice());
		try {
			while (true) {
				AgiReply reply = replies.read();
				assertThat(reply.code()).isBetween(0, 999);
				assertThat(reply.items().isEmpty())
					.isEqualTo(reply.code() != 200 || !reply.text().startsWith("result=", 4));
			}
		}
		catch (EOFException | AgiException ex) {
			assertThat(ex.getMessage()).isNotEmpty();
		}
	}

}
