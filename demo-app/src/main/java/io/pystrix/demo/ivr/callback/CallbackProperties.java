package io.pystrix.demo.ivr.callback;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of the call-backs depends on the PBX and the company.
 *
 * @param channel the channel to call, with {@code {number}} for the number
 * @param ringing how long the phone may ring
 * @param attempts how many calls are placed before giving up
 * @param retryDelay how long to wait between two of them
 */
@ConfigurationProperties("demo.callback")
public record CallbackProperties(@DefaultValue("Local/{number}@default") String channel,
		@DefaultValue("30s") Duration ringing, @DefaultValue("3") int attempts,
		@DefaultValue("5m") Duration retryDelay) {

	String channel(String number) {
		return this.channel.replace("{number}", number);
	}

}
