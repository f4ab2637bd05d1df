package io.pystrix.ami;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.pystrix.ami.internal.FrameReader;
import io.pystrix.ami.message.AmiEventType;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ManagerBuilder} was told.
 */
record ManagerSettings(List<AmiEndpoint> endpoints, @Nullable Credentials credentials, boolean plainLogin,
		@Nullable String eventMask, List<String> filters, Charset charset, Duration connectTimeout,
		Duration actionTimeout, Duration keepAliveInterval, Duration keepAliveTimeout, ReconnectPolicy reconnect,
		FrameReader.Limits limits, List<AmiEventType<?>> eventTypes, @Nullable Executor executor,
		@Nullable Supplier<SSLContext> sslContext, @Nullable SSLParameters sslParameters, boolean verifyHostname,
		List<AmiActionListener> actionListeners, List<String> wireLogMaskedNames) {

}
