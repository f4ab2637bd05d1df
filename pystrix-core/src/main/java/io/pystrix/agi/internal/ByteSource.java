package io.pystrix.agi.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/**
 * Where the bytes of a session come from.
 *
 * @since 0.1.0
 */
public interface ByteSource {

	/**
	 * Reads what is there, at least one byte.
	 * @param buffer where to put it
	 * @param offset the first index
	 * @param length how much fits
	 * @param deadline when to give up
	 * @return how much was read, -1 at the end
	 * @throws java.net.SocketTimeoutException at the deadline
	 * @throws IOException if reading fails
	 */
	int read(byte[] buffer, int offset, int length, Deadline deadline) throws IOException;

	/**
	 * Returns how much can be read without waiting.
	 * @return a number of bytes
	 * @throws IOException if there is no telling
	 */
	int available() throws IOException;

	/**
	 * Returns the bytes that arrive on a socket.
	 * @param socket the socket
	 * @return the source
	 * @throws IOException if the socket is not connected
	 */
	static ByteSource of(Socket socket) throws IOException {
		return new SocketSource(socket);
	}

	/**
	 * Returns the bytes of a stream.
	 * @param in the stream, which nobody else reads
	 * @return the source
	 */
	static ByteSource of(InputStream in) {
		return new StreamSource(in);
	}

}
