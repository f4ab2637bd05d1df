package io.pystrix.agi.async;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import io.pystrix.agi.AgiListener;
import io.pystrix.agi.WireLogOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a builder was told; see there for the meaning.
 */
record AsyncAgiSettings(int maxCalls, @Nullable Duration commandTimeout, Duration handshakeTimeout, String defaultPath,
		String statusVariable, Charset charset, boolean acceptForgedEnvironment, @Nullable Executor executor,
		WireLogOptions wireLog, List<AgiListener> listeners) {

}
