package io.pystrix.agi.fastagi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asterisk's end of a FastAGI connection, by hand.
 */
final class RawCaller implements AutoCloseable {

	private final Socket socket;

	private final BufferedReader in;

	RawCaller(FastAgiServer server) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), server.localPort());
		this.socket.setSoTimeout(30_000);
		this.in = new BufferedReader(new InputStreamReader(this.socket.getInputStream(), StandardCharsets.UTF_8));
	}

	static RawCaller call(FastAgiServer server, String script) throws IOException {
		RawCaller caller = new RawCaller(server);
		caller.send("agi_network: yes\nagi_network_script: " + script + "\nagi_channel: PJSIP/100-00000001\n"
				+ "agi_extension: 100\n\n");
		return caller;
	}

	RawCaller send(String text) throws IOException {
		this.socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
		return this;
	}

	RawCaller expect(String line) throws IOException {
		assertThat(this.in.readLine()).isEqualTo(line);
		return this;
	}

	/**
	 * Expects what tells Asterisk that the call has failed, in place of further commands.
	 */
	void expectFailure() throws IOException {
		expect("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"").expect("failure").expectEnd();
	}

	/** The command in flight is cut short. */
	RawCaller expectCut() throws IOException {
		return expect("GET FULL VARIABLE \"pystrix-stop\"");
	}

	void expectEnd() throws IOException {
		try {
			assertThat(this.in.readLine()).isNull();
		}
		catch (java.net.SocketException ex) {
			assertThat(ex).hasMessageContaining("reset");
		}
	}

	/** Answers every command well, until the connection ends. */
	void answerUntilEnd() throws IOException {
		String line = this.in.readLine();
		while (line != null && !line.equals("failure")) {
			send(line.startsWith("HANGUP") ? "200 result=1\nHANGUP\n" : "200 result=1\n");
			line = this.in.readLine();
		}
	}

	RawCaller send(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
		return this;
	}

	/**
	 * Sends the same over and over, until the other side has enough of it.
	 * @return how often it took it
	 */
	int sendWithoutEnd(String text) {
		int count = 0;
		try {
			while (count < 1_000_000) {
				send(text);
				count++;
			}
		}
		catch (IOException ex) {
			// It has enough
		}
		return count;
	}

	/** Says that nothing more will be sent, but goes on to read. */
	RawCaller halfClose() throws IOException {
		this.socket.shutdownOutput();
		return this;
	}

	/** Closes the connection in the rudest way. */
	void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

	int localPort() {
		return this.socket.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
