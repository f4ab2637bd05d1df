package io.pystrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * What is logged below a package while it is open.
 */
public final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final Logger logger;

	private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

	private final Level kept;

	public LogCapture(String packageName) {
		this(packageName, Level.TRACE);
	}

	/**
	 * Keeps what is logged at a level or above, so that a long run does not fill the
	 * memory.
	 */
	public LogCapture(String packageName, Level kept) {
		this.kept = kept;
		this.logger = (Logger) LoggerFactory.getLogger(packageName);
		this.logger.setLevel(Level.TRACE);
		this.logger.setAdditive(false);
		this.logger.addAppender(this);
		start();
	}

	@Override
	protected void append(ILoggingEvent event) {
		if (event.getLevel().isGreaterOrEqual(this.kept)) {
			// The log context is that of the thread that asks first
			event.getMDCPropertyMap();
			this.events.add(event);
		}
	}

	public List<ILoggingEvent> above(Level level) {
		return this.events.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(level) && !event.getLevel().equals(level))
			.toList();
	}

	public List<String> at(Level level) {
		return this.events.stream()
			.filter((event) -> event.getLevel().equals(level))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	/** The lines of a level, and of those above it. */
	public List<String> from(Level level) {
		return this.events.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(level))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	/** Everything, and the messages of the exceptions that were logged. */
	public List<String> texts() {
		List<String> texts = new ArrayList<>(from(Level.TRACE));
		for (ILoggingEvent event : this.events) {
			IThrowableProxy cause = event.getThrowableProxy();
			while (cause != null) {
				texts.add(String.valueOf(cause.getMessage()));
				cause = cause.getCause();
			}
			texts.addAll(event.getMDCPropertyMap().values());
		}
		return texts;
	}

	@Override
	public void close() {
		this.logger.detachAppender(this);
		this.logger.setAdditive(true);
		this.logger.setLevel(null);
	}

}
