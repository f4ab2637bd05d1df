package io.pystrix.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.spring.agi.AgiArg;
import io.pystrix.spring.agi.AgiExceptionHandler;
import io.pystrix.spring.agi.AgiGroup;
import io.pystrix.spring.agi.AgiParam;
import io.pystrix.spring.agi.AgiScript;
import io.pystrix.spring.agi.AgiVariable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for annotated scripts, called by a real Asterisk over FastAGI and AsyncAGI.
 */
@Timeout(120)
@EnabledIfEnvironmentVariable(named = "ASTERISK_AMI_HOST", matches = ".+")
class AgiScriptsIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, FastAgiAutoConfiguration.class,
				AsyncAgiAutoConfiguration.class))
		.withUserConfiguration(Scripts.class)
		.withPropertyValues("asterisk.fastagi.port=0", "asterisk.fastagi.async-agi=true",
				"asterisk.ami.host=" + System.getenv("ASTERISK_AMI_HOST"),
				"asterisk.ami.port=" + System.getenv("ASTERISK_AMI_PORT"),
				"asterisk.ami.username=" + System.getenv("ASTERISK_AMI_USERNAME"),
				"asterisk.ami.password=" + System.getenv("ASTERISK_AMI_PASSWORD"), "asterisk.ami.fail-fast=true");

	@Test
	void argumentsComeFromTheCallAndItsChannel() {
		this.contextRunner.run((context) -> {
			call(context, fastAgi(context, "values/7?lang=de,90s,"));
			call(context, "agi:async,values/7?lang=de,90s,");
			await().atMost(PATIENCE).until(() -> context.getBean(Scripts.class).seen.size() == 2);
			assertThat(context.getBean(Scripts.class).seen).containsExactlyInAnyOrder(
					"7 de 5550100 1500 en-wait 5 Optional.empty Optional.empty",
					"7 de 5550100 900 en-wait 5 Optional.empty Optional.empty");
		});
	}

	@Test
	void whatAsteriskRefusesIsHandled() {
		this.contextRunner.run((context) -> {
			call(context, fastAgi(context, "failing"));
			call(context, "agi:async,failing");
			await().atMost(PATIENCE).until(() -> context.getBean(Scripts.class).seen.size() == 2);
			assertThat(context.getBean(Scripts.class).seen).containsOnly("handled AgiApplicationException");
		});
	}

	private static String fastAgi(AssertableApplicationContext context, String script) {
		return "agi://127.0.0.1:" + context.getBean(FastAgiServer.class).localPort() + "/" + script;
	}

	private static void call(AssertableApplicationContext context, String agi) throws Exception {
		context.getBean(Manager.class)
			.originate(new OriginateAction("Local/wait@default").callerId("5550100").application("AGI", agi))
			.get();
	}

	@Configuration(proxyBeanMethods = false)
	static class Scripts {

		final List<String> seen = new CopyOnWriteArrayList<>();

		@AgiScript("values/(?<number>\\d)")
		void values(@AgiGroup int number, @AgiParam String lang, @AgiVariable("CALLERID(num)") long caller,
				@AgiVariable("LONG") String longValue,
				@AgiVariable("${CHANNEL(language)}-${CUT(CUT(CHANNEL,/,2),@,1)}") String expression,
				@AgiVariable(value = "UNSET", defaultValue = "5") int fallback,
				@AgiVariable("UNSET") Optional<String> unset, @AgiArg(5) Optional<String> missing) {
			this.seen.add(number + " " + lang + " " + caller + " " + longValue.length() + " " + expression + " "
					+ fallback + " " + unset + " " + missing);
		}

		@AgiScript("failing")
		void failing(Agi agi) {
			agi.exec("NoSuchApplication");
		}

		@AgiExceptionHandler
		void handle(AgiException ex) {
			this.seen.add("handled " + ex.getClass().getSimpleName());
		}

		@Bean
		AgiInterceptor setsALongVariable() {
			return (agi, request, next) -> {
				// Over AMI, a command has to be shorter
				agi.setVariable("LONG", "x".repeat((request.remoteAddress() != null) ? 1500 : 900));
				next.handle(agi, request);
			};
		}

	}

}
