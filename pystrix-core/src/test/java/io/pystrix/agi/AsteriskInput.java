package io.pystrix.agi;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How Asterisk reads commands ({@code run_agi()} in res/res_agi.c, branches 13 to 23): by
 * {@code fgets()}, so what does not fit into its buffer is the next command. Each is
 * answered by {@code 200 result=1}.
 */
public final class AsteriskInput extends OutputStream {

	private static final byte[] REPLY = "200 result=1\n".getBytes(StandardCharsets.US_ASCII);

	private final int longest;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	private final ByteArrayOutputStream replies = new ByteArrayOutputStream();

	/** What was executed, in the encoding of the session. */
	public final List<byte[]> commands = new ArrayList<>();

	public AsteriskInput(AsteriskRelease release) {
		this.longest = release.longestLine();
	}

	@Override
	public void write(int b) {
		this.line.write(b);
		if (b == '\n' || this.line.size() == this.longest) {
			byte[] bytes = this.line.toByteArray();
			this.line.reset();
			int length = bytes.length - ((b == '\n') ? 1 : 0);
			this.commands.add(Arrays.copyOf(bytes, length));
			this.replies.writeBytes(REPLY);
		}
	}

	/** Bytes that no command was made of yet. */
	public int pending() {
		return this.line.size();
	}

	/** What the session reads. Nothing is there before it is read. */
	public InputStream replies() {
		return new InputStream() {

			private int position = 0;

			@Override
			public int available() {
				return AsteriskInput.this.replies.size() - this.position;
			}

			@Override
			public int read() {
				byte[] all = AsteriskInput.this.replies.toByteArray();
				return (this.position < all.length) ? all[this.position++] : -1;
			}

			@Override
			public int read(byte[] buffer, int offset, int length) {
				int first = read();
				if (first < 0) {
					return -1;
				}
				buffer[offset] = (byte) first;
				return 1;
			}

		};
	}

}
