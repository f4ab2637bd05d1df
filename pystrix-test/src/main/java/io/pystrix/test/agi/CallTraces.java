package io.pystrix.test.agi;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * What a script left behind and only a test looks at: nothing of it changes how the
 * channel behaves. Thread-safe.
 */
final class CallTraces {

	private final List<String> said = new CopyOnWriteArrayList<>();

	private final List<String> texts = new CopyOnWriteArrayList<>();

	private final List<String> images = new CopyOnWriteArrayList<>();

	private final List<String> recordings = new CopyOnWriteArrayList<>();

	private volatile Place place;

	private volatile @Nullable String music;

	private volatile @Nullable Duration autoHangup;

	CallTraces(Place place) {
		this.place = place;
	}

	List<String> said() {
		return this.said;
	}

	List<String> texts() {
		return this.texts;
	}

	List<String> images() {
		return this.images;
	}

	List<String> recordings() {
		return this.recordings;
	}

	Place place() {
		return this.place;
	}

	void place(Place place) {
		this.place = place;
	}

	@Nullable String music() {
		return this.music;
	}

	void music(@Nullable String music) {
		this.music = music;
	}

	@Nullable Duration autoHangup() {
		return this.autoHangup;
	}

	void autoHangup(@Nullable Duration autoHangup) {
		this.autoHangup = autoHangup;
	}

}
