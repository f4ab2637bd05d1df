package io.pystrix.integration;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone with one call, as Asterisk's endpoint {@code loop}. It sends no sound.
 */
final class SipPhone implements AutoCloseable {

	private static final int ASTERISK = Integer.parseInt(System.getenv().getOrDefault("ASTERISK_SIP_PORT", "5060"));

	private final DatagramSocket socket;

	private final InetSocketAddress asterisk = new InetSocketAddress("127.0.0.1", ASTERISK);

	private final String callId = UUID.randomUUID().toString();

	private String to;

	private int sequence = 1;

	/** Calls an extension and waits for the answer. */
	SipPhone(String exten) throws IOException {
		this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
		this.socket.setSoTimeout((int) RealAsterisk.PATIENCE.toMillis());
		this.to = "<sip:" + exten + "@127.0.0.1:" + ASTERISK + ">";
		invite("sendrecv");
	}

	void hold() throws IOException {
		invite("sendonly");
	}

	void unhold() throws IOException {
		invite("sendrecv");
	}

	/** Sends the other party to another extension and hangs up when it is there. */
	void transfer(String exten) throws IOException {
		send("REFER", this.sequence, "Refer-To: <sip:" + exten + "@127.0.0.1:" + ASTERISK + ">\r\n", "");
		this.sequence++;
		String message = "";
		while (!message.startsWith("NOTIFY ") || !message.contains("SIP/2.0 200 ")) {
			message = receive();
		}
		hangUp();
	}

	void hangUp() throws IOException {
		send("BYE", this.sequence, "", "");
		answer();
	}

	@Override
	public void close() {
		this.socket.close();
	}

	private void invite(String direction) throws IOException {
		String sdp = "v=0\r\no=- 1 " + this.sequence + " IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
				+ "m=audio 9 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\na=" + direction + "\r\n";
		send("INVITE", this.sequence, "Content-Type: application/sdp\r\n", sdp);
		String answer = answer();
		if (!answer.startsWith("SIP/2.0 200")) {
			throw new IOException("The call was not answered: " + answer);
		}
		this.to = header(answer, "To");
		send("ACK", this.sequence, "", "");
		this.sequence++;
	}

	/** Waits for the final answer to the last request. */
	private String answer() throws IOException {
		while (true) {
			String message = receive();
			if (message.startsWith("SIP/2.0 ") && !message.startsWith("SIP/2.0 1")
					&& header(message, "CSeq").startsWith(this.sequence + " ")) {
				return message;
			}
		}
	}

	private String receive() throws IOException {
		DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
		this.socket.receive(packet);
		String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
		if (!message.startsWith("SIP/2.0 ") && !message.startsWith("ACK ")) {
			StringBuilder ok = new StringBuilder("SIP/2.0 200 OK\r\n");
			for (String name : new String[] { "Via", "From", "To", "Call-ID", "CSeq" }) {
				ok.append(name).append(": ").append(header(message, name)).append("\r\n");
			}
			send(ok.append("Content-Length: 0\r\n\r\n").toString());
		}
		return message;
	}

	private void send(String method, int number, String more, String body) throws IOException {
		String address = "127.0.0.1:" + this.socket.getLocalPort();
		String target = this.to.substring(this.to.indexOf('<') + 1, this.to.indexOf('>'));
		send(method + " " + target + " SIP/2.0\r\nVia: SIP/2.0/UDP " + address + ";branch=z9hG4bK" + UUID.randomUUID()
				+ ";rport\r\nMax-Forwards: 70\r\nFrom: <sip:loop@127.0.0.1>;tag=" + this.callId.substring(0, 8)
				+ "\r\nTo: " + this.to + "\r\nCall-ID: " + this.callId + "\r\nCSeq: " + number + " " + method
				+ "\r\nContact: <sip:loop@" + address + ">\r\n" + more + "Content-Length: " + body.length() + "\r\n\r\n"
				+ body);
	}

	private void send(String message) throws IOException {
		byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
		this.socket.send(new DatagramPacket(bytes, bytes.length, this.asterisk));
	}

	private static String header(String message, String name) {
		Matcher matcher = Pattern.compile("(?im)^" + name + ": *(.*?)\r?$").matcher(message);
		if (!matcher.find()) {
			throw new IllegalArgumentException("No header " + name + " in " + message);
		}
		return matcher.group(1);
	}

}
