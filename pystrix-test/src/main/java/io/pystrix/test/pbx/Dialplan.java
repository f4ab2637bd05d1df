package io.pystrix.test.pbx;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The extensions of the simulator's only context. Those that are not given are the ones
 * that are always there.
 */
final class Dialplan {

	static final String CONTEXT = "default";

	/**
	 * What stands for the FastAGI server, whose address is known only when it is called.
	 */
	static final String FASTAGI = "${FASTAGI}";

	private final Map<String, List<Step>> extensions = new ConcurrentHashMap<>();

	/** What begins with a name and goes on as it likes. */
	private final Map<String, Function<String, Extension>> families = new TreeMap<>();

	Dialplan() {
		add("wait", new Extension().answer().application("Wait", "60").hangUp());
		add("echo", new Extension().answer().echo().hangUp());
		add("music", new Extension().answer().music().hangUp());
		add("ring", new Extension().ringing().application("Wait", "2").answer().application("Wait", "60").hangUp());
		add("noanswer", new Extension().ringing().application("Wait", "60").hangUp(19));
		add("busy", new Extension().busy());
		add("congestion", new Extension().congestion());
		add("park", new Extension().answer().park().hangUp());
		this.families.put("wait-", (rest) -> new Extension().answer().application("Wait", rest).hangUp());
		this.families.put("hangup-", (rest) -> new Extension().application("Hangup", rest));
		this.families.put("dial-", (rest) -> new Extension().dial(rest).hangUp());
		this.families.put("queue-", (rest) -> new Extension().answer().queue(rest).hangUp());
		this.families.put("conference-", (rest) -> new Extension().answer().conference(rest).hangUp());
	}

	void add(String name, Extension extension) {
		this.extensions.put(name, extension.steps());
	}

	/**
	 * Find the priorities of an extension.
	 * @return the priorities, the first of them first, or {@code null} if there is no
	 * such extension in this context
	 */
	@Nullable List<Step> find(String context, String extension) {
		if (!context.equals(CONTEXT)) {
			return null;
		}
		List<Step> steps = this.extensions.get(extension);
		if (steps != null) {
			return steps;
		}
		if (ParkingLot.isSpace(extension)) {
			return List.of(new Step("ParkedCall", ParkingLot.NAME + "," + extension));
		}
		return this.families.entrySet()
			.stream()
			.filter((family) -> extension.startsWith(family.getKey()) && extension.length() > family.getKey().length())
			.findFirst()
			.map((family) -> family.getValue().apply(extension.substring(family.getKey().length())).steps())
			.orElse(null);
	}

	boolean exists(Position position) {
		return step(position) != null;
	}

	@Nullable Step step(Position position) {
		List<Step> steps = find(position.context(), position.extension());
		int index = position.priority() - 1;
		return (steps != null && index >= 0 && index < steps.size()) ? steps.get(index) : null;
	}

}
