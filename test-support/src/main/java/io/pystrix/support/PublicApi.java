package io.pystrix.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.Assertions;

/**
 * The public API of a module as text, one line for each type and member. The text is kept
 * beside the sources, so that a review sees each change of the API.
 */
public final class PublicApi {

	private static final String CLASS = ".class";

	private final Path classes;

	private final Set<String> excluded;

	private PublicApi(Path classes, Set<String> excluded) {
		this.classes = classes;
		this.excluded = excluded;
	}

	/**
	 * Finds the API of a module. Packages that are named {@code internal} do not belong
	 * to it.
	 * @param member any class of the module
	 * @param excluded further packages that do not belong to it
	 * @return the API
	 */
	public static PublicApi of(Class<?> member, String... excluded) {
		try {
			return new PublicApi(Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI()),
					Set.of(excluded));
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException("No folder of classes: " + member, ex);
		}
	}

	/**
	 * Fails if a listing is out of date, and writes the new one to the folder
	 * {@code target}.
	 * @param listing the listing, {@code api.txt} as a rule
	 */
	public void assertListedIn(Path listing) {
		String text = text();
		Path current = Path.of("target", listing.getFileName().toString());
		try {
			Files.createDirectories(current.getParent());
			Files.writeString(current, text);
			String listed = Files.exists(listing) ? Files.readString(listing) : "";
			if (!listed.equals(text)) {
				List<String> before = listed.lines().toList();
				List<String> now = text.lines().toList();
				Assertions.fail("The public API has changed. If that is intended, copy %s to %s.%nNew:%n%s%nGone:%n%s",
						current.toAbsolutePath(), listing.toAbsolutePath(), difference(now, before),
						difference(before, now));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Fails if the module does not export exactly the packages of its API.
	 */
	public void assertExported() {
		try (InputStream descriptor = Files.newInputStream(this.classes.resolve("module-info.class"))) {
			Assertions.assertThat(ModuleDescriptor.read(descriptor).exports())
				.extracting(ModuleDescriptor.Exports::source)
				.containsExactlyInAnyOrderElementsOf(types().map(Class::getPackageName).collect(Collectors.toSet()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String difference(List<String> some, List<String> others) {
		Set<String> known = Set.copyOf(others);
		return some.stream().filter((line) -> !known.contains(line)).limit(50).collect(Collectors.joining("\n"));
	}

	private String text() {
		return types().map(TypeListing::of).collect(Collectors.joining("\n"));
	}

	private Stream<Class<?>> types() {
		try (Stream<Path> files = Files.walk(this.classes)) {
			return files.map((file) -> this.classes.relativize(file).toString().replace('/', '.').replace('\\', '.'))
				.filter((name) -> name.endsWith(CLASS) && !name.endsWith("-info.class"))
				.map((name) -> name.substring(0, name.length() - CLASS.length()))
				.sorted()
				.<Class<?>>map(PublicApi::load)
				.filter((type) -> !type.getPackageName().endsWith(".internal")
						&& !this.excluded.contains(type.getPackageName()))
				.filter(TypeListing::isVisible)
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Class<?> load(String name) {
		try {
			return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
