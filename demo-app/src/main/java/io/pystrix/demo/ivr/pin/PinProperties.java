package io.pystrix.demo.ivr.pin;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often an account may be tried.
 *
 * @param attempts how many PINs may be tried before the account is locked
 * @param lockout how long it is locked, and how long a wrong PIN counts
 */
@ConfigurationProperties("demo.pin")
public record PinProperties(@DefaultValue("3") int attempts, @DefaultValue("5m") Duration lockout) {

}
