package io.pystrix.ami.message;

import java.util.Collection;
import java.util.List;

import io.pystrix.ami.internal.Secrets;
import io.pystrix.internal.SecretNames;

/**
 * One header of an AMI message.
 *
 * @param name the name as on the wire, empty for a line without a colon
 * @param value the value, byte-exact but for the charset; may be empty
 * @since 0.1.0
 */
public record AmiHeader(String name, String value) {

	/** Describes headers, with secrets masked by a name that another of them may hold. */
	static List<String> shown(Collection<AmiHeader> headers) {
		return Secrets.shown(headers, AmiHeader::name, AmiHeader::value, SecretNames.DEFAULT);
	}

	/**
	 * Describes the header, with a secret masked.
	 */
	@Override
	public String toString() {
		return shown(List.of(this)).get(0);
	}

}
