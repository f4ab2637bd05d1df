package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.spring.agi.AgiGroup;
import io.pystrix.spring.agi.AgiScript;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FastAgiAutoConfiguration}.
 */
class FastAgiAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FastAgiAutoConfiguration.class))
		.withPropertyValues("asterisk.fastagi.port=0");

	@Test
	void serverRunsAndHasTheScripts() {
		this.contextRunner.withUserConfiguration(Scripts.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(FastAgiServer.class).isRunning()).isTrue();
			assertThat(context.getBean(ScriptRegistry.class).find("demo")).isPresent();
			assertThat(context.getBean(ScriptRegistry.class).find("queue/7")).isPresent();
		});
	}

	@Configuration(proxyBeanMethods = false)
	@Import(DemoScript.class)
	static class Scripts {

		@AgiScript("queue/(?<number>\\d+)")
		void queue(Agi agi, @AgiGroup("number") int number) {
		}

	}

	@AgiScript("demo")
	static class DemoScript implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
		}

	}

}
