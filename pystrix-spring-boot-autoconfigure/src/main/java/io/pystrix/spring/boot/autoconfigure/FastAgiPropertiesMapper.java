package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.agi.WireLogOptions;
import io.pystrix.agi.async.AsyncAgiServerBuilder;
import io.pystrix.agi.fastagi.FastAgiServerBuilder;

import org.springframework.boot.context.properties.PropertyMapper;

/**
 * Applies {@link FastAgiProperties} to builders.
 */
final class FastAgiPropertiesMapper {

	private FastAgiPropertiesMapper() {
	}

	static void apply(FastAgiProperties properties, FastAgiServerBuilder builder) {
		PropertyMapper map = PropertyMapper.get();
		map.from(properties::getAddress).to(builder::address);
		map.from(properties::getPort).to(Checked.property("asterisk.fastagi.port", builder::port));
		map.from(properties::getBacklog).to(Checked.property("asterisk.fastagi.backlog", builder::backlog));
		map.from(properties::getMaxCalls).to(Checked.property("asterisk.fastagi.max-calls", builder::maxCalls));
		map.from(properties::getWhenFull).to(builder::whenFull);
		map.from(properties::getHandshakeTimeout)
			.to(Checked.property("asterisk.fastagi.handshake-timeout", builder::handshakeTimeout));
		map.from(properties::getCommandTimeout)
			.to(Checked.property("asterisk.fastagi.command-timeout", builder::commandTimeout));
		map.from(properties::getAllowedClients)
			.to(Checked.property("asterisk.fastagi.allowed-clients", builder::allowedClients));
		map.from(properties::getStatusVariable).to(builder::statusVariable);
		map.from(properties::isAcceptForgedEnvironment).to(builder::acceptForgedEnvironment);
		map.from(properties::getWireLog).as(FastAgiPropertiesMapper::wireLog).to(builder::wireLog);
	}

	static void apply(FastAgiProperties properties, AsyncAgiServerBuilder builder) {
		PropertyMapper map = PropertyMapper.get();
		map.from(properties::getMaxCalls).to(Checked.property("asterisk.fastagi.max-calls", builder::maxCalls));
		map.from(properties::getCommandTimeout)
			.to(Checked.property("asterisk.fastagi.command-timeout", builder::commandTimeout));
		map.from(properties::getStatusVariable).to(builder::statusVariable);
		map.from(properties::isAcceptForgedEnvironment).to(builder::acceptForgedEnvironment);
		map.from(properties::getWireLog).as(FastAgiPropertiesMapper::wireLog).to(builder::wireLog);
	}

	private static WireLogOptions wireLog(FastAgiProperties.WireLog properties) {
		WireLogOptions options = WireLogOptions.DEFAULTS.withMaskedVariables(properties.getMaskedVariables());
		return properties.isMaskDigits() ? options.withMaskedDigits() : options;
	}

}
