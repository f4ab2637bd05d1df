package io.pystrix.spring.boot.test;

import java.util.List;
import java.util.Optional;

import io.pystrix.agi.Agi;
import io.pystrix.ami.AmiEndpoint;
import io.pystrix.spring.agi.AgiParam;
import io.pystrix.spring.agi.AgiScript;
import io.pystrix.spring.boot.autoconfigure.AmiConnectionDetails;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * An application as it runs in production, whose Asterisk and network no test can reach.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class IvrApplication {

	@Bean
	AmiConnectionDetails productionDetails() {
		return () -> List.of(new AmiEndpoint("pbx.invalid", 5038));
	}

	@AgiScript("menu")
	void menu(Agi agi, @AgiParam("lang") Optional<String> language) {
		agi.answer();
		agi.streamFile("demo-thanks", "12").ifPresent((hit) -> agi.setVariable("CHOICE", String.valueOf(hit.digit())));
		agi.setVariable("CALLER_LANGUAGE", language.orElse("none"));
	}

}
