package io.pystrix.demo.runs;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiListener;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.demo.stream.Section;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The latest runs of scripts, in memory. Their threads call it, so it does little.
 */
@Component
class ScriptRuns implements AgiListener {

	private static final int MAX_RUNS = 50;

	private final Deque<Run> latest = new ArrayDeque<>();

	private final Map<AgiRequest, Run> running = new HashMap<>();

	private long count = 0;

	@Override
	public synchronized void callStarted(AgiRequest request) {
		Run run = new Run(++this.count, request);
		this.running.put(request, run);
		this.latest.add(run);
		if (this.latest.size() > MAX_RUNS) {
			this.latest.remove();
		}
	}

	@Override
	public void commandStarted(AgiRequest request, AgiCommand<?> command) {
		update(request, (run) -> run.started(command));
	}

	@Override
	public void commandReplied(AgiRequest request, AgiCommand<?> command, AgiReply reply) {
		String text = Run.shortened(reply.text());
		update(request, (run) -> run.update(command, (line) -> line.replied(text)));
	}

	@Override
	public void commandExecuted(AgiRequest request, AgiCommand<?> command, Duration duration,
			@Nullable AgiException failure) {
		String text = (failure != null) ? Run.shortened(failure.toString()) : null;
		update(request, (run) -> run.update(command, (line) -> line.executed(duration.toNanos() / 1000, text)));
	}

	@Override
	public synchronized void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration,
			@Nullable Throwable failure) {
		update(request, (run) -> run.ended(outcome, duration, failure));
		this.running.remove(request);
	}

	private synchronized void update(AgiRequest request, Consumer<Run> change) {
		Run run = this.running.get(request);
		if (run != null) {
			change.accept(run);
		}
	}

	private synchronized List<RunItem> list() {
		return this.latest.stream().map(Run::item).toList();
	}

	private synchronized List<LineItem> dialogues() {
		return this.latest.stream().flatMap((run) -> run.lines().stream()).toList();
	}

	@Bean
	Section runsSection() {
		return new Section("runs", this::list);
	}

	@Bean
	Section linesSection() {
		return new Section("lines", this::dialogues);
	}

}
