package io.pystrix.test.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The plainest AMI client there is: it writes text and reads lines.
 */
public final class AmiClient implements AutoCloseable {

	private final Socket socket = new Socket();

	private final BufferedReader reader;

	public AmiClient(InetSocketAddress address) throws IOException {
		this.socket.connect(address);
		this.socket.setSoTimeout(30_000);
		this.reader = new BufferedReader(new InputStreamReader(this.socket.getInputStream(), StandardCharsets.UTF_8));
	}

	public static AmiClient loggedIn(InetSocketAddress address) throws IOException {
		AmiClient client = new AmiClient(address);
		client.readLine();
		client.send("Action: Login", "Username: admin", "Secret: wordpass");
		client.read();
		client.read();
		return client;
	}

	public void send(String... lines) throws IOException {
		sendRaw(String.join("\r\n", lines) + "\r\n\r\n");
	}

	public void sendRaw(String text) throws IOException {
		OutputStream output = this.socket.getOutputStream();
		output.write(text.getBytes(StandardCharsets.UTF_8));
		output.flush();
	}

	public String readLine() throws IOException {
		return this.reader.readLine();
	}

	/**
	 * Read the lines of one message, or an empty list at the end of the stream.
	 */
	public List<String> read() throws IOException {
		List<String> lines = new ArrayList<>();
		for (String line = readLine(); line != null && !line.isEmpty(); line = readLine()) {
			lines.add(line);
		}
		return lines;
	}

	public List<String> exchange(String... lines) throws IOException {
		send(lines);
		return read();
	}

	public void timeout(int millis) throws IOException {
		this.socket.setSoTimeout(millis);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
