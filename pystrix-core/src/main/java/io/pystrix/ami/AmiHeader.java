package io.pystrix.ami;

/**
 * One header of an AMI message.
 *
 * @param name the name as on the wire, empty for a line without a colon
 * @param value the value, byte-exact but for the charset; may be empty
 */
public record AmiHeader(String name, String value) {

	/**
	 * Describes the header, with a secret masked.
	 */
	@Override
	public String toString() {
		return Secrets.show(this);
	}

}
