package io.pystrix.spring.boot.autoconfigure;

import java.util.Set;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if no servers are named in the properties, so that there is but one.
 */
final class OnSingleServerCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Single Asterisk server");
		Set<String> servers = AmiSettings.servers(context.getEnvironment());
		return servers.isEmpty() ? ConditionOutcome.match(message.because("'asterisk.ami.servers' is not set"))
				: ConditionOutcome.noMatch(message.found("server", "servers").items(servers));
	}

}
