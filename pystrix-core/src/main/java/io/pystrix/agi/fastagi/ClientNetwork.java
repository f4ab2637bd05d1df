package io.pystrix.agi.fastagi;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses in CIDR notation. Never asks a name server.
 */
final class ClientNetwork {

	private static final Pattern LITERAL = Pattern.compile("\\d+(\\.\\d+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

	private final byte[] network;

	private final int prefix;

	private ClientNetwork(byte[] network, int prefix) {
		this.network = network;
		this.prefix = prefix;
	}

	static ClientNetwork parse(String cidr) {
		int slash = cidr.indexOf('/');
		String literal = ((slash < 0) ? cidr : cidr.substring(0, slash)).strip();
		try {
			if (LITERAL.matcher(literal).matches()) {
				byte[] network = InetAddress.getByName(literal).getAddress();
				int bits = network.length * 8;
				int prefix = (slash < 0) ? bits : Integer.parseInt(cidr.substring(slash + 1).strip());
				if (prefix >= 0 && prefix <= bits) {
					return new ClientNetwork(network, prefix);
				}
			}
		}
		catch (UnknownHostException | NumberFormatException ex) {
			throw new IllegalArgumentException("Not a network: '" + cidr + "'", ex);
		}
		throw new IllegalArgumentException("Not a network: '" + cidr + "'");
	}

	boolean contains(InetAddress address) {
		byte[] bytes = address.getAddress();
		if (bytes.length != this.network.length) {
			return false;
		}
		for (int i = 0; i * 8 < this.prefix; i++) {
			int relevant = Math.min(8, this.prefix - i * 8);
			if (((bytes[i] ^ this.network[i]) & 0xff) >> (8 - relevant) != 0) {
				return false;
			}
		}
		return true;
	}

}
