package io.pystrix.test.pbx;

import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The applications of the dialplan, by name.
 */
final class Applications {

	private static final Logger logger = LoggerFactory.getLogger(Applications.class);

	private final Map<String, Application> applications = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	void add(String name, Application application) {
		this.applications.put(name, application);
	}

	void run(Channel channel, Step step) throws InterruptedException {
		Application application = this.applications.get(step.application());
		if (application != null) {
			application.run(channel, step.data());
		}
		else {
			logger.debug("{} runs {}, which does nothing here", channel, step.application());
		}
	}

}
