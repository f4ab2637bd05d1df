package io.pystrix.test.agi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The plainest FastAGI server there is: a test is its script.
 */
public final class ScriptPeer implements AutoCloseable {

	private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

	private Socket socket;

	private BufferedReader reader;

	public ScriptPeer() throws IOException {
		this.server.setSoTimeout(30_000);
	}

	public InetSocketAddress address() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), this.server.getLocalPort());
	}

	/**
	 * Accept a call and read its environment.
	 */
	public List<String> accept() throws IOException {
		this.socket = this.server.accept();
		this.socket.setSoTimeout(30_000);
		this.reader = new BufferedReader(new InputStreamReader(this.socket.getInputStream(), StandardCharsets.UTF_8));
		List<String> environment = new ArrayList<>();
		for (String line = read(); !line.isEmpty(); line = read()) {
			environment.add(line);
		}
		return environment;
	}

	public void send(String command) throws IOException {
		this.socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
	}

	public String read() throws IOException {
		return this.reader.readLine();
	}

	public String run(String command) throws IOException {
		send(command);
		return read();
	}

	/**
	 * Send nothing more, but go on reading.
	 */
	public void halfClose() throws IOException {
		this.socket.shutdownOutput();
	}

	public void hangUp() throws IOException {
		this.socket.close();
	}

	@Override
	public void close() throws IOException {
		if (this.socket != null) {
			this.socket.close();
		}
		this.server.close();
	}

}
