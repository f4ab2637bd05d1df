package io.pystrix.agi.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import io.pystrix.FuzzInput;
import io.pystrix.PieceStream;
import io.pystrix.agi.AgiEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever bytes a call begins with, and in whatever pieces: the same environment, or the
 * same clear error.
 */
public final class EnvironmentFuzz {

	private EnvironmentFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) throws IOException {
		FuzzInput input = new FuzzInput(data);
		long seed = input.below(1 << 16);
		byte[] bytes = input.rest();
		assertThat(read(bytes, seed)).isEqualTo(read(bytes, seed + 1));
	}

	private static String read(byte[] bytes, long seed) throws IOException {
		InputStream in = new PieceStream(bytes, seed);
		LineReader reader = new LineReader(ByteSource.of(in), StandardCharsets.UTF_8);
		try {
			AgiEnvironment environment = EnvironmentReader.read(reader);
			assertThat(environment.asMap()).isNotEmpty().hasSizeLessThan(512);
			environment.args();
			environment.callerId();
			environment.isEnhanced();
			return environment.toString();
		}
		catch (EnvironmentException | ForgedEnvironmentException | EOFException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

}
