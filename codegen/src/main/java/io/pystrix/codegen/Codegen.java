package io.pystrix.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;

/**
 * Writes the typed API: the first argument is the folder of the schema, the second the
 * folder for the sources.
 */
public final class Codegen {

	static final String AMI = "io.pystrix.ami";

	static final String MESSAGES = AMI + ".message";

	static final String ACTIONS = AMI + ".action";

	static final String EVENTS = AMI + ".event";

	private Codegen() {
	}

	public static void main(String[] args) throws IOException {
		if (args.length != 2) {
			throw new IllegalArgumentException("Give the folder of the schema and the folder for the sources");
		}
		Path root = Path.of(args[1]);
		Set<Path> written = new HashSet<>();
		for (JavaFile file : generate(Schema.read(Path.of(args[0])))) {
			written.add(write(root, file));
		}
		deleteOthers(root, written);
	}

	static List<JavaFile> generate(Schema schema) {
		List<JavaFile> files = new ArrayList<>();
		for (EventSpec event : schema.events()) {
			files.add(file(EVENTS, new EventWriter(event).write()));
		}
		files.add(file(EVENTS, new CatalogWriter(schema.events()).write()));
		for (ActionSpec action : schema.actions()) {
			files.add(file(ACTIONS, new ActionWriter(action).write()));
		}
		for (EnumSpec words : schema.enums()) {
			files.add(file(words.sent() ? ACTIONS : EVENTS, new EnumWriter(words).write()));
		}
		return files;
	}

	private static JavaFile file(String packageName, TypeSpec type) {
		return JavaFile.builder(packageName, type).indent("\t").skipJavaLangImports(true).build();
	}

	/** Leaves a file alone that would not change, so that nothing is compiled in vain. */
	private static Path write(Path root, JavaFile file) throws IOException {
		Path target = root.resolve(file.packageName().replace('.', '/')).resolve(file.typeSpec().name() + ".java");
		byte[] source = file.toString().getBytes(StandardCharsets.UTF_8);
		if (!Arrays.equals(source, existing(target))) {
			Files.createDirectories(target.getParent());
			Files.write(target, source);
		}
		return target;
	}

	/** What is no longer in the schema must not be compiled any more. */
	private static void deleteOthers(Path root, Set<Path> written) throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			for (Path file : files.filter(Files::isRegularFile).filter((file) -> !written.contains(file)).toList()) {
				Files.delete(file);
			}
		}
	}

	private static byte[] existing(Path file) throws IOException {
		try {
			return Files.readAllBytes(file);
		}
		catch (NoSuchFileException ex) {
			return new byte[0];
		}
	}

}
