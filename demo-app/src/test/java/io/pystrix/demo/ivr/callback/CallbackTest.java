package io.pystrix.demo.ivr.callback;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;

import io.pystrix.demo.DemoApplication;
import io.pystrix.spring.boot.test.AsteriskSimulatorBuilderCustomizer;
import io.pystrix.spring.boot.test.AutoConfigureAsterisk;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A test of the call-backs on a simulated Asterisk, which the test has to tell of queues.
 * Nobody is called unless the test says so, and another attempt is made after an hour.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Timeout(120)
@SpringBootTest(classes = DemoApplication.class,
		properties = { "demo.callback.interval=1h", "demo.callback.retry-delay=1h", "demo.callback.attempts=2" })
@AutoConfigureAsterisk
@Import(CallbackTest.Phones.class)
@interface CallbackTest {

	/**
	 * Who may be called: 2001 answers, and so does 2002; nobody else exists.
	 */
	class Phones {

		@Bean
		AsteriskSimulatorBuilderCustomizer phones() {
			return (builder) -> builder.extension("2001", Duration.ofSeconds(1))
				.extension("2002", Duration.ofSeconds(1));
		}

	}

}
