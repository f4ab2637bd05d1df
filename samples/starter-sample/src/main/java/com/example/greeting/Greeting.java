package com.example.greeting;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiRequest;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.spring.agi.AgiScript;
import io.pystrix.spring.ami.AmiEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Greets whoever is called, and hears how that ended.
 */
@Component
class Greeting {

	private static final Logger logger = LoggerFactory.getLogger(Greeting.class);

	@AgiScript("demo")
	void greet(Agi agi, AgiRequest request) {
		agi.answer();
		agi.streamFile("demo-thanks");
		agi.setVariable("GREETED", "yes");
		logger.info("{} was greeted", request.environment().channel());
	}

	@AmiEventListener
	void hungUp(HangupEvent event) {
		logger.info("{} was hung up: {}", event.channel(), event.causeTxt());
	}

}
