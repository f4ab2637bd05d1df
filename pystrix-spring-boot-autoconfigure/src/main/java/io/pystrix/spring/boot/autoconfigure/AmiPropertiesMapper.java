package io.pystrix.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.function.Consumer;

import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.ami.ReconnectPolicy;

import org.springframework.boot.context.properties.PropertyMapper;

/**
 * Applies {@link AmiProperties} to a builder, all but those that are
 * {@link AmiConnectionDetails}.
 */
final class AmiPropertiesMapper {

	private final AmiProperties properties;

	AmiPropertiesMapper(AmiProperties properties) {
		this.properties = properties;
	}

	void applyTo(ManagerBuilder builder) {
		PropertyMapper map = PropertyMapper.get();
		map.from(this.properties::getConnectTimeout)
			.to(Checked.property("asterisk.ami.connect-timeout", builder::connectTimeout));
		map.from(this.properties::getActionTimeout)
			.to(Checked.property("asterisk.ami.action-timeout", builder::actionTimeout));
		map.from(this.properties::getEventMask).to(builder::eventMask);
		map.from(this.properties::getFilters).to(builder::filters);
		map.from(this.properties::getCharset).to(builder::charset);
		AmiProperties.KeepAlive keepAlive = this.properties.getKeepAlive();
		map.from(keepAlive::getInterval)
			.to(Checked.property("asterisk.ami.keep-alive.interval",
					(interval) -> builder.keepAlive(interval, Duration.ofSeconds(1))));
		map.from(keepAlive::getTimeout)
			.to(Checked.property("asterisk.ami.keep-alive.timeout",
					(timeout) -> builder.keepAlive(keepAlive.getInterval(), timeout)));
		map.from(this.properties::getReconnect).as(AmiPropertiesMapper::reconnectPolicy).to(builder::reconnect);
	}

	CallbackOptions listenerOptions() {
		AmiProperties.Listener listener = this.properties.getListener();
		CallbackOptions[] options = { CallbackOptions.DEFAULTS.withOverflow(listener.getOverflow()) };
		Checked
			.<Integer>property("asterisk.ami.listener.queue-capacity",
					(capacity) -> options[0] = options[0].withQueueCapacity(capacity))
			.accept(listener.getQueueCapacity());
		return options[0];
	}

	// Each value on its own first, so that the one that is wrong can be named
	private static ReconnectPolicy reconnectPolicy(AmiProperties.Reconnect reconnect) {
		Duration initial = reconnect.getInitialDelay();
		check("initial-delay", initial, (value) -> new ReconnectPolicy(value, value, 1, 0, 0));
		check("max-delay", reconnect.getMaxDelay(), (value) -> new ReconnectPolicy(initial, value, 1, 0, 0));
		check("multiplier", reconnect.getMultiplier(), (value) -> new ReconnectPolicy(initial, initial, value, 0, 0));
		check("jitter", reconnect.getJitter(), (value) -> new ReconnectPolicy(initial, initial, 1, value, 0));
		check("max-attempts", reconnect.getMaxAttempts(),
				(value) -> new ReconnectPolicy(initial, initial, 1, 0, value));
		return new ReconnectPolicy(initial, reconnect.getMaxDelay(), reconnect.getMultiplier(), reconnect.getJitter(),
				reconnect.getMaxAttempts());
	}

	private static <T> void check(String name, T value, Consumer<T> policy) {
		Checked.property("asterisk.ami.reconnect." + name, policy).accept(value);
	}

}
