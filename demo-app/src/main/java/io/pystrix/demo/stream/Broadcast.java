package io.pystrix.demo.stream;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Tells all pages the same. Sections are looked at only while a page is open. It stops
 * before the web server does, which would wait for the pages to go.
 */
@Component
class Broadcast implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Broadcast.class);

	private final List<Section> sections;

	private final StreamProperties properties;

	private final JsonMapper json;

	private final TaskExecutor writers;

	private final Set<Viewer> viewers = new LinkedHashSet<>();

	/** By the name of the section, what was told of it last. */
	private final Map<String, Map<String, Item>> told = new LinkedHashMap<>();

	// Those that were cut off count until their thread has ended
	private int threads = 0;

	private @Nullable ScheduledExecutorService timer;

	Broadcast(List<Section> sections, StreamProperties properties, JsonMapper json,
			SimpleAsyncTaskExecutorBuilder writers) {
		this.sections = sections;
		this.properties = properties;
		this.json = json;
		this.writers = writers.threadNamePrefix("page-").build();
	}

	/**
	 * Opens a page.
	 * @return the page, {@code null} if there are as many as there may be
	 */
	synchronized @Nullable Viewer open() {
		if (this.timer == null || this.threads >= this.properties.maxPages()) {
			return null;
		}
		tell();
		Map<String, Object> snapshot = new LinkedHashMap<>();
		this.told.forEach((name, items) -> snapshot.put(name, items.values()));
		Viewer viewer = new Viewer(this.properties.heartbeat(), this::ended);
		viewer.offer(message("snapshot", snapshot));
		this.viewers.add(viewer);
		this.threads++;
		this.writers.execute(viewer);
		return viewer;
	}

	/**
	 * Counts the pages.
	 * @return how many are open, or being cut off
	 */
	synchronized int pages() {
		return this.threads;
	}

	private synchronized void ended(Viewer viewer) {
		this.viewers.remove(viewer);
		this.threads--;
	}

	private synchronized void tick() {
		try {
			if (!this.viewers.isEmpty()) {
				tell();
			}
		}
		catch (RuntimeException ex) {
			logger.error("The pages could not be told", ex);
		}
	}

	private void tell() {
		Map<String, Change> changes = new LinkedHashMap<>();
		for (Section section : this.sections) {
			Map<String, Item> now = new LinkedHashMap<>();
			section.items().get().forEach((item) -> now.put(item.id(), item));
			Map<String, Item> before = this.told.put(section.name(), now);
			Change change = Change.between((before != null) ? before : Map.of(), now);
			if (!change.isEmpty()) {
				changes.put(section.name(), change);
			}
		}
		if (!changes.isEmpty() && !this.viewers.isEmpty()) {
			Message message = message("change", changes);
			this.viewers.removeIf((viewer) -> {
				boolean full = !viewer.offer(message);
				if (full) {
					viewer.close();
				}
				return full;
			});
		}
	}

	private Message message(String type, Map<String, ?> sections) {
		return new Message(type, this.json.writeValueAsString(new Told(Instant.now(), sections)));
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService timer = Executors
			.newSingleThreadScheduledExecutor((task) -> new Thread(task, "pages"));
		long interval = this.properties.interval().toMillis();
		timer.scheduleWithFixedDelay(this::tick, interval, interval, TimeUnit.MILLISECONDS);
		this.timer = timer;
	}

	@Override
	public synchronized void stop() {
		if (this.timer != null) {
			this.timer.shutdownNow();
			this.timer = null;
		}
		this.viewers.forEach(Viewer::close);
		this.viewers.clear();
		this.told.clear();
	}

	@Override
	public synchronized boolean isRunning() {
		return this.timer != null;
	}

	/**
	 * What a message says.
	 *
	 * @param at the time here, as pages' clocks may be wrong
	 * @param sections all items of each section, or the changes of those that have
	 * changed
	 */
	record Told(Instant at, Map<String, ?> sections) {

	}

}
