package io.pystrix.demo.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.RegisteredScript;
import io.pystrix.agi.ScriptOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A script on a call, with the commands that it began with. Guarded by
 * {@link ScriptRuns}.
 */
final class Run {

	private static final int MAX_LINES = 200;

	private static final int MAX_LENGTH = 500;

	private final String id;

	private final List<Line> lines = new ArrayList<>();

	private final AgiRequest request;

	private final Instant startedAt = Instant.now();

	private int commands = 0;

	private @Nullable Long millis;

	private @Nullable String outcome;

	private @Nullable String failure;

	Run(long number, AgiRequest request) {
		this.id = Long.toString(number);
		this.request = request;
	}

	void started(AgiCommand<?> command) {
		this.commands++;
		if (this.lines.size() < MAX_LINES) {
			this.lines.add(new Line(command, new LineItem(this.id + "-" + this.commands, this.id,
					shortened(command.toString()), Instant.now(), null, null, null)));
		}
	}

	void update(AgiCommand<?> command, UnaryOperator<LineItem> change) {
		for (int i = this.lines.size() - 1; i >= 0; i--) {
			if (this.lines.get(i).command() == command) {
				this.lines.set(i, new Line(command, change.apply(this.lines.get(i).item())));
				return;
			}
		}
	}

	void ended(ScriptOutcome outcome, Duration duration, @Nullable Throwable failure) {
		this.outcome = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
		this.millis = duration.toMillis();
		this.failure = (failure != null) ? shortened(failure.toString()) : null;
	}

	RunItem item() {
		AgiEnvironment environment = this.request.environment();
		return new RunItem(this.id, this.request.path(), this.request.script().map(RegisteredScript::name).orElse(null),
				environment.uniqueid(), environment.channel(), environment.callerId(), environment.extension(),
				this.startedAt, this.millis, this.outcome, this.failure, this.commands);
	}

	List<LineItem> lines() {
		return this.lines.stream().map(Line::item).toList();
	}

	static String shortened(String text) {
		return (text.length() <= MAX_LENGTH) ? text : text.substring(0, MAX_LENGTH) + "…";
	}

	private record Line(AgiCommand<?> command, LineItem item) {

	}

}
