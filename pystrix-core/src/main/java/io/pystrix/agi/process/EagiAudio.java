package io.pystrix.agi.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * The audio in a pipe whose other end stays open after the hang-up.
 */
final class EagiAudio extends InputStream {

	// A channel, as closing it wakes who waits for it; a stream does not do that
	private final FileChannel waiting;

	// The same pipe once more, for what is in it when nobody may wait any longer
	private final FileInputStream rest;

	private volatile boolean ended = false;

	EagiAudio(Path pipe) throws IOException {
		this.waiting = FileChannel.open(pipe, StandardOpenOption.READ);
		this.rest = new FileInputStream(pipe.toFile());
	}

	/**
	 * Ends the audio behind what is in the pipe now.
	 */
	void end() {
		this.ended = true;
		try {
			this.waiting.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException("The audio cannot be closed", ex);
		}
	}

	@Override
	public int read() throws IOException {
		byte[] single = new byte[1];
		return (read(single, 0, 1) < 0) ? -1 : single[0] & 0xFF;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, buffer.length);
		if (length == 0) {
			return 0;
		}
		try {
			return this.waiting.read(ByteBuffer.wrap(buffer, offset, length));
		}
		catch (ClosedChannelException ex) {
			if (!this.ended) {
				throw ex;
			}
			return (this.rest.available() > 0) ? this.rest.read(buffer, offset, length) : -1;
		}
	}

	@Override
	public int available() throws IOException {
		return this.rest.available();
	}

	@Override
	public void close() throws IOException {
		this.waiting.close();
		this.rest.close();
	}

}
