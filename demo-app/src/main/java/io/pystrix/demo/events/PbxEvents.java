package io.pystrix.demo.events;

import java.util.concurrent.atomic.LongAdder;

import io.pystrix.ami.event.FullyBootedEvent;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.ShutdownEvent;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.spring.ami.AmiEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/**
 * Listens to events by their class, by their name, by a pattern of names, and to all of
 * them, which it counts.
 */
@Component
class PbxEvents implements InfoContributor {

	private static final Logger logger = LoggerFactory.getLogger(PbxEvents.class);

	private final LongAdder events = new LongAdder();

	private final LongAdder hangups = new LongAdder();

	@AmiEventListener
	void bootedByClass(FullyBootedEvent event) {
		logger.info("Asterisk is up: {}", event.status());
	}

	@AmiEventListener(names = "FullyBooted")
	void bootedByName(AmiEvent event) {
		logger.debug("By name: {}", event.name());
	}

	@AmiEventListener(pattern = "Fully.*")
	void bootedByPattern(AmiEvent event) {
		logger.debug("By pattern: {}", event.name());
	}

	@AmiEventListener
	void hungUp(HangupEvent event) {
		this.hangups.increment();
		logger.info("{} hung up: {} {}", event.channel(), event.cause().orElse(0), event.causeTxt());
	}

	@AmiEventListener
	void shutDown(ShutdownEvent event) {
		logger.info("Asterisk shuts down: {}", event.shutdown());
	}

	@AmiEventListener
	void any(AmiEvent event) {
		this.events.increment();
		logger.debug("{}", event.name());
	}

	@Override
	public void contribute(Info.Builder builder) {
		builder.withDetail("events", new Counts(this.events.sum(), this.hangups.sum()));
	}

	/**
	 * What {@code /actuator/info} says.
	 *
	 * @param all how many events there were
	 * @param hangups how many of them were a Hangup
	 */
	record Counts(long all, long hangups) {

	}

}
