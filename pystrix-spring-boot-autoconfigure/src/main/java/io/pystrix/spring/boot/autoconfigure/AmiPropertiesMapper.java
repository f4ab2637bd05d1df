package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.ami.ReconnectPolicy;

import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

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

	private static ReconnectPolicy reconnectPolicy(AmiProperties.Reconnect reconnect) {
		try {
			return new ReconnectPolicy(reconnect.getInitialDelay(), reconnect.getMaxDelay(), reconnect.getMultiplier(),
					reconnect.getJitter(), reconnect.getMaxAttempts());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException("asterisk.ami.reconnect", reconnect, ex.getMessage());
		}
	}

}
