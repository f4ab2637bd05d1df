package io.pystrix.demo.stream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what pages are told.
 *
 * @param maxPages how many pages may be open at once
 * @param interval how often changes are told; those of one interval are told together
 * @param heartbeat after what time of silence a sign of life is sent
 */
@ConfigurationProperties("demo.stream")
public record StreamProperties(@DefaultValue("32") int maxPages, @DefaultValue("200ms") Duration interval,
		@DefaultValue("10s") Duration heartbeat) {

}
