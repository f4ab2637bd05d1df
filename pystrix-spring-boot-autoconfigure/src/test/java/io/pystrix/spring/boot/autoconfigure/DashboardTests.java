package io.pystrix.spring.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.spring.ami.AmiListenerRegistry;
import io.pystrix.spring.boot.autoconfigure.metrics.AmiMetricsAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.metrics.FastAgiMetricsAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.observation.AmiObservationAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.observation.FastAgiObservationAutoConfiguration;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that the dashboard asks for what there is.
 */
@Timeout(120)
class DashboardTests {

	private static final Path DASHBOARD = Path.of("..", "docs", "grafana-dashboard.json");

	private static final Pattern METRIC = Pattern.compile("asterisk_[a-z_]+");

	private static final Pattern LABELS = Pattern.compile("by \\(([a-z, ]+)\\)");

	private static final Pattern LEGEND = Pattern.compile("\\{\\{([a-z]+)}}");

	@AutoClose
	private final AmiSimulator asterisk = BusyAsterisk.start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, FastAgiAutoConfiguration.class,
				AmiMetricsAutoConfiguration.class, FastAgiMetricsAutoConfiguration.class,
				AmiObservationAutoConfiguration.class, FastAgiObservationAutoConfiguration.class,
				MetricsAutoConfiguration.class, PrometheusMetricsExportAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, ObservationAutoConfiguration.class))
		.withPropertyValues("asterisk.fastagi.port=0", "asterisk.ami.port=" + this.asterisk.port(),
				"asterisk.ami.username=admin", "asterisk.ami.password=secret", "asterisk.ami.live.enabled=true",
				"asterisk.ami.live.metrics.queues=true");

	@Test
	void everyMetricAndLabelOfTheDashboardExists() throws IOException {
		String dashboard = Files.readString(DASHBOARD);
		List<String> queries = JsonPath.read(dashboard, "$..expr");
		List<String> variables = JsonPath.read(dashboard, "$.templating.list[*].query.query");
		Set<String> wanted = found(METRIC, String.join(" ", queries) + String.join(" ", variables));
		assertThat(wanted).hasSizeGreaterThan(20);
		this.contextRunner.run((context) -> {
			String scrape = scrapeDuringCall(context);
			assertThat(found(METRIC, scrape.replaceAll("(?m)^#.*$", ""))).containsAll(wanted);
			// Everything that is measured is shown, but maxima and the half-finished
			Set<String> shown = found(METRIC, scrape.replaceAll("(?m)^#.*$", ""));
			shown.removeIf((name) -> name.endsWith("_max") || name.contains("_active_seconds"));
			assertThat(wanted).containsAll(shown);
			for (String query : queries) {
				String metric = found(METRIC, query).iterator().next();
				String sample = scrape.lines().filter((line) -> line.startsWith(metric + "{")).findFirst().orElse("");
				for (String label : labels(query)) {
					assertThat(sample).as("%s", query).contains(label + "=\"");
				}
			}
		});
	}

	@Test
	void legendsNameLabelsThatTheirQueriesKeep() throws IOException {
		List<List<Object>> targets = JsonPath.read(Files.readString(DASHBOARD), "$.panels[*].targets");
		assertThat(targets).allSatisfy((list) -> assertThat(list).allSatisfy((target) -> {
			String query = JsonPath.read(target, "$.expr");
			String legend = JsonPath.read(target, "$.legendFormat");
			if (query.contains(" by (")) {
				assertThat(labels(query)).as(query).containsAll(groups(LEGEND, legend));
			}
		}));
	}

	private String scrapeDuringCall(AssertableApplicationContext context) throws Exception {
		Manager manager = context.getBean(Manager.class);
		CountDownLatch heard = new CountDownLatch(1);
		context.getBean(AmiListenerRegistry.class)
			.register("gone", HangupEvent.class, (event, it) -> heard.countDown());
		await().until(() -> manager.status().fullyBooted());
		this.asterisk.broadcast(AmiFrame.event("Hangup"));
		manager.sendAction(new PingAction());
		heard.await();
		PrometheusMeterRegistry registry = context.getBean(PrometheusMeterRegistry.class);
		FastAgiServer server = context.getBean(FastAgiServer.class);
		CountDownLatch goOn = new CountDownLatch(1);
		ScriptRegistry scripts = context.getBean(ScriptRegistry.class);
		scripts.register("sales", (agi, request) -> {
		});
		scripts.registerDefault((agi, request) -> goOn.await());
		try (AgiCall done = AgiCaller.to(server.address()).script("sales").call();
				AgiCall running = AgiCaller.to(server.address()).script("x").call()) {
			done.awaitEnd(Duration.ofSeconds(30));
			await().untilAsserted(() -> assertThat(registry.scrape()).contains("asterisk_agi_script_seconds_count")
				.contains("asterisk_agi_script_active_seconds_count")
				.contains("asterisk_ami_listener_seconds_count")
				.contains("asterisk_queue_abandoned"));
			String scrape = registry.scrape();
			goOn.countDown();
			running.awaitEnd(Duration.ofSeconds(30));
			return scrape;
		}
	}

	/** The labels that a query groups by, or that it filters by its variables. */
	private static Set<String> labels(String query) {
		Set<String> labels = new TreeSet<>();
		groups(LABELS, query).forEach((list) -> labels.addAll(List.of(list.split(", "))));
		if (query.contains("server=~")) {
			labels.add("server");
		}
		return labels;
	}

	private static Set<String> found(Pattern pattern, String text) {
		Set<String> found = new TreeSet<>();
		pattern.matcher(text).results().forEach((match) -> found.add(match.group()));
		return found;
	}

	private static Set<String> groups(Pattern pattern, String text) {
		Set<String> found = new TreeSet<>();
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			found.add(matcher.group(1));
		}
		return found;
	}

}
