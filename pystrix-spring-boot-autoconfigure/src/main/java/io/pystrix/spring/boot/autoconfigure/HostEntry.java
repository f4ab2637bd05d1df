package io.pystrix.spring.boot.autoconfigure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pystrix.ami.AmiEndpoint;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Reads {@code host}, {@code host:port}, {@code [IPv6]:port} or {@code IPv6}.
 */
final class HostEntry {

	private static final Pattern HOST_AND_PORT = Pattern.compile("([^:\\[\\]\\s]+)(?::(\\d{1,5}))?");

	private static final Pattern IPV6_AND_PORT = Pattern.compile("\\[([0-9a-fA-F:.]+(?:%\\w+)?)](?::(\\d{1,5}))?");

	private static final Pattern IPV6 = Pattern.compile("([0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:%\\w+)?)()");

	private HostEntry() {
	}

	static AmiEndpoint parse(String property, String entry, int defaultPort) {
		String text = entry.strip();
		for (Pattern pattern : new Pattern[] { HOST_AND_PORT, IPV6_AND_PORT, IPV6 }) {
			Matcher matcher = pattern.matcher(text);
			if (matcher.matches()) {
				return endpoint(property, entry, matcher, defaultPort);
			}
		}
		throw new InvalidConfigurationPropertyValueException(property, entry,
				"Each entry has to be 'host', 'host:port' or '[IPv6 address]:port'.");
	}

	private static AmiEndpoint endpoint(String property, String entry, Matcher matcher, int defaultPort) {
		String port = matcher.group(2);
		try {
			return new AmiEndpoint(matcher.group(1),
					(port == null || port.isEmpty()) ? defaultPort : Integer.parseInt(port));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(property, entry, ex.getMessage() + ".");
		}
	}

}
