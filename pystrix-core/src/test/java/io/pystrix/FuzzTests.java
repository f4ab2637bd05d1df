package io.pystrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.pystrix.agi.AgiRequestFuzz;
import io.pystrix.agi.CommandLineFuzz;
import io.pystrix.agi.async.AsyncAgiFuzz;
import io.pystrix.agi.internal.EnvironmentFuzz;
import io.pystrix.agi.internal.ReplyFuzz;
import io.pystrix.ami.AmiConnectionFuzz;
import io.pystrix.ami.AmiFrameFuzz;
import io.pystrix.ami.event.EventAccessorsFuzz;
import io.pystrix.ami.message.AmiActionFuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The targets of the fuzzer with what they start from, with what they once failed with
 * ({@code src/test/resources/fuzz}), and with damaged forms of both.
 */
@Timeout(120)
class FuzzTests {

	private static final Path SEEDS = Path.of("src/test/resources/fuzz");

	private static final String MEANING = "\r\n :%\"\\,=?()\u00ff0A";

	@ParameterizedTest
	@MethodSource("targets")
	void holdsForSeedsAndFormerFinds(Class<?> type, Target target) throws Exception {
		for (byte[] seed : seeds(type)) {
			target.accept(seed);
		}
	}

	@ParameterizedTest
	@MethodSource("targets")
	void holdsForDamagedSeeds(Class<?> type, Target target) throws Exception {
		Random random = new Random(type.getName().hashCode());
		List<byte[]> seeds = seeds(type);
		for (int i = 0; i < 300; i++) {
			byte[] damaged = damaged(seeds.get(random.nextInt(seeds.size())), random);
			try {
				target.accept(damaged);
			}
			catch (Throwable ex) {
				throw new AssertionError("Fails with " + Arrays.toString(damaged), ex);
			}
		}
	}

	@Test
	void everyFolderOfSeedsHasATarget() throws IOException {
		try (Stream<Path> folders = Files.list(SEEDS)) {
			List<String> names = targets().map((target) -> ((Class<?>) target[0]).getSimpleName()).sorted().toList();
			assertThat(folders.filter(Files::isDirectory).map((folder) -> folder.getFileName().toString()).sorted())
				.isEqualTo(names);
		}
	}

	static Stream<Object[]> targets() {
		return Stream.of(target(AmiFrameFuzz.class, AmiFrameFuzz::fuzzerTestOneInput),
				target(AmiConnectionFuzz.class, AmiConnectionFuzz::fuzzerTestOneInput),
				target(AmiActionFuzz.class, AmiActionFuzz::fuzzerTestOneInput),
				target(EventAccessorsFuzz.class, EventAccessorsFuzz::fuzzerTestOneInput),
				target(CommandLineFuzz.class, CommandLineFuzz::fuzzerTestOneInput),
				target(AgiRequestFuzz.class, AgiRequestFuzz::fuzzerTestOneInput),
				target(EnvironmentFuzz.class, EnvironmentFuzz::fuzzerTestOneInput),
				target(ReplyFuzz.class, ReplyFuzz::fuzzerTestOneInput),
				target(AsyncAgiFuzz.class, AsyncAgiFuzz::fuzzerTestOneInput));
	}

	private static Object[] target(Class<?> type, Target target) {
		return new Object[] { type, target };
	}

	private static List<byte[]> seeds(Class<?> type) throws IOException {
		List<byte[]> seeds = new ArrayList<>();
		try (Stream<Path> files = Files.list(SEEDS.resolve(type.getSimpleName()))) {
			for (Path file : files.sorted().toList()) {
				seeds.add(Files.readAllBytes(file));
			}
		}
		assertThat(seeds).isNotEmpty();
		return seeds;
	}

	private static byte[] damaged(byte[] seed, Random random) {
		byte[] damaged = Arrays.copyOf(seed, Math.max(4, seed.length + random.nextInt(9) - 4));
		for (int i = random.nextInt(8); i >= 0; i--) {
			int at = random.nextInt(damaged.length);
			int from = random.nextInt(damaged.length);
			switch (random.nextInt(3)) {
				case 0 -> damaged[at] = (byte) MEANING.charAt(random.nextInt(MEANING.length()));
				case 1 -> damaged[at] = (byte) random.nextInt();
				default -> System.arraycopy(damaged, from, damaged, at,
						Math.min(random.nextInt(32), damaged.length - Math.max(at, from)));
			}
		}
		return damaged;
	}

	/**
	 * Takes the bytes of a fuzzer.
	 */
	@FunctionalInterface
	interface Target {

		void accept(byte[] data) throws Exception;

	}

}
