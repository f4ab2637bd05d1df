package io.pystrix.agi.fastagi;

import java.net.InetAddress;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import io.pystrix.agi.WireLogOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a builder was told; see there for the meaning.
 */
record FastAgiSettings(InetAddress address, int port, int backlog, int maxCalls, WhenFull whenFull,
		Duration handshakeTimeout, @Nullable Duration commandTimeout, List<ClientNetwork> allowedClients,
		String statusVariable, Charset charset, boolean acceptForgedEnvironment, @Nullable Executor executor,
		WireLogOptions wireLog, List<FastAgiListener> listeners) {

}
