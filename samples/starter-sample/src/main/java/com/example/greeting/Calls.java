package com.example.greeting;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.pystrix.ami.Manager;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.OriginateResult;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Calls somebody and runs the greeting: {@code --call=PJSIP/100}.
 */
@Component
class Calls implements ApplicationRunner {

	private final Manager manager;

	Calls(Manager manager) {
		this.manager = manager;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		List<String> channels = arguments.getOptionValues("call");
		if (channels != null) {
			channels.forEach(this::call);
		}
	}

	CompletableFuture<OriginateResult> call(String channel) {
		return this.manager.originate(new OriginateAction(channel).context("default").exten("100").priority("1"));
	}

}
