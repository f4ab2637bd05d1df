package io.pystrix.spring.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/**
 * Names what the core reaches by reflection alone: virtual threads, which its byte code
 * is too old for, and the JDK's unofficial signals. Native images find services, such as
 * its catalogs of events, without being told.
 */
// By name, as the JDK that settles the beans may be older than the one that runs them
final class CoreRuntimeHints implements RuntimeHintsRegistrar {

	private static final TypeReference THREAD_BUILDER = TypeReference.of("java.lang.Thread$Builder");

	private static final TypeReference SIGNAL = TypeReference.of("sun.misc.Signal");

	private static final TypeReference SIGNAL_HANDLER = TypeReference.of("sun.misc.SignalHandler");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.reflection()
			.registerType(Thread.class, (type) -> type.withMethod("ofVirtual", List.of(), ExecutableMode.INVOKE))
			.registerType(THREAD_BUILDER,
					(type) -> type.withMethod("name", types(String.class), ExecutableMode.INVOKE)
						.withMethod("name", types(String.class, long.class), ExecutableMode.INVOKE)
						.withMethod("factory", List.of(), ExecutableMode.INVOKE))
			.registerType(SIGNAL, (type) -> type.withConstructor(types(String.class), ExecutableMode.INVOKE)
				.withMethod("handle", List.of(SIGNAL, SIGNAL_HANDLER), ExecutableMode.INVOKE));
		hints.proxies().registerJdkProxy(SIGNAL_HANDLER);
	}

	private static List<TypeReference> types(Class<?>... types) {
		return Arrays.stream(types).map(TypeReference::of).toList();
	}

}
