package io.pystrix.ami;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link ManagerBuilder} was told.
 */
record ManagerSettings(List<AmiEndpoint> endpoints, @Nullable Credentials credentials, boolean plainLogin,
		@Nullable String eventMask, List<String> filters, Charset charset, Duration connectTimeout,
		Duration actionTimeout, Duration keepAliveInterval, Duration keepAliveTimeout, ReconnectPolicy reconnect,
		int maxMessageSize, List<AmiEventType<?>> eventTypes, @Nullable Executor executor,
		@Nullable SSLContext sslContext, @Nullable SSLParameters sslParameters, boolean verifyHostname) {

}
