package io.pystrix.test;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The extensions of the simulator's only context.
 */
final class Dialplan {

	/**
	 * What stands for the FastAGI server, whose address is known only when it is called.
	 */
	static final String FASTAGI = "${FASTAGI}";

	private final String context;

	private final Map<String, List<Step>> extensions = new ConcurrentHashMap<>();

	Dialplan(String context) {
		this.context = context;
		add("wait", new Step("Answer", ""), new Step("Wait", "60"), new Step("Hangup", ""));
		add("echo", new Step("Answer", ""), new Step("Echo", ""), new Step("Hangup", ""));
	}

	void add(String extension, Step... steps) {
		this.extensions.put(extension, List.of(steps));
	}

	void script(String extension, String script) {
		add(extension, new Step("Answer", ""), new Step("AGI", "agi://" + FASTAGI + "/" + script),
				new Step("Hangup", ""));
	}

	/**
	 * Find an extension.
	 * @return its priorities, or {@code null} if there is none in this context
	 */
	@Nullable List<Step> find(String context, String extension) {
		return this.context.equals(context) ? this.extensions.get(extension) : null;
	}

	String context() {
		return this.context;
	}

	static String resolve(String data, InetSocketAddress fastAgi) {
		return data.replace(FASTAGI, fastAgi.getHostString() + ":" + fastAgi.getPort());
	}

}
