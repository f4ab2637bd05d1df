package io.pystrix.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.function.Consumer;

import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.ami.ReconnectPolicy;

import org.springframework.boot.context.properties.PropertyMapper;

/**
 * Applies {@link AmiSettings} to a builder, all but those that are
 * {@link AmiConnectionDetails}.
 */
final class AmiPropertiesMapper {

	private final AmiSettings settings;

	AmiPropertiesMapper(AmiSettings settings) {
		this.settings = settings;
	}

	void applyTo(ManagerBuilder builder) {
		AmiServerProperties properties = this.settings.properties();
		PropertyMapper map = PropertyMapper.get();
		map.from(properties::getConnectTimeout).to(checked("connect-timeout", builder::connectTimeout));
		map.from(properties::getActionTimeout).to(checked("action-timeout", builder::actionTimeout));
		map.from(properties::getEventMask)
			.to(checked("event-mask", (mask) -> builder.eventMask(EventMask.checked(mask))));
		map.from(properties::getFilters).to(checked("filters", builder::filters));
		map.from(properties.getWireLog()::getMaskedNames).to(builder::wireLogMaskedNames);
		map.from(properties::getCharset).to(checked("charset", builder::charset));
		map.from(properties.getSsl()::isVerifyHostname).to(builder::verifyHostname);
		AmiServerProperties.KeepAlive keepAlive = properties.getKeepAlive();
		map.from(keepAlive::getInterval)
			.to(checked("keep-alive.interval", (interval) -> builder.keepAlive(interval, Duration.ofSeconds(1))));
		map.from(keepAlive::getTimeout)
			.to(checked("keep-alive.timeout", (timeout) -> builder.keepAlive(keepAlive.getInterval(), timeout)));
		map.from(properties::getReconnect).as(this::reconnectPolicy).to(builder::reconnect);
	}

	CallbackOptions listenerOptions() {
		AmiServerProperties.Listener listener = this.settings.properties().getListener();
		CallbackOptions[] options = { CallbackOptions.DEFAULTS.withOverflow(listener.getOverflow()) };
		this.<Integer>checked("listener.queue-capacity",
				(capacity) -> options[0] = options[0].withQueueCapacity(capacity))
			.accept(listener.getQueueCapacity());
		return options[0];
	}

	// Each value on its own first, so that the one that is wrong can be named
	private ReconnectPolicy reconnectPolicy(AmiServerProperties.Reconnect reconnect) {
		ReconnectPolicy defaults = ReconnectPolicy.DEFAULTS;
		Duration initial = reconnect.getInitialDelay();
		check("initial-delay", initial, (value) -> defaults.withDelays(value, value));
		check("max-delay", reconnect.getMaxDelay(), (value) -> defaults.withDelays(initial, value));
		check("multiplier", reconnect.getMultiplier(), defaults::withMultiplier);
		check("jitter", reconnect.getJitter(), defaults::withJitter);
		check("max-attempts", reconnect.getMaxAttempts(), defaults::withMaxAttempts);
		return defaults.withDelays(initial, reconnect.getMaxDelay())
			.withMultiplier(reconnect.getMultiplier())
			.withJitter(reconnect.getJitter())
			.withMaxAttempts(reconnect.getMaxAttempts());
	}

	private <T> void check(String name, T value, Consumer<T> policy) {
		checked("reconnect." + name, policy).accept(value);
	}

	private <T> Consumer<T> checked(String name, Consumer<T> setter) {
		return (value) -> Checked.property(this.settings.name(name), setter).accept(value);
	}

}
