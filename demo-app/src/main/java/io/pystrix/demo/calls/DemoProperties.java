package io.pystrix.demo.calls;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demo's calls.
 *
 * @param caller the channel that is dialled first and then connected with the
 * destination, such as a telephone {@code PJSIP/alice}
 * @param context the context that destinations are looked up in
 * @param maxCalls how many calls are remembered
 */
@ConfigurationProperties("demo")
public record DemoProperties(@DefaultValue("Local/wait@default") String caller, @DefaultValue("default") String context,
		@DefaultValue("200") int maxCalls) {

}
