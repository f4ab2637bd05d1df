package io.pystrix.documentation;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.util.JavacTask;

/**
 * Compiles blocks of Java against the class path of the tests, and makes no class files.
 */
final class SnippetCompiler {

	private static final Path PRELUDE = Path.of("src/test/resources/documentation/Prelude.java");

	private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

	private final String prelude;

	SnippetCompiler() throws IOException {
		this.prelude = Files.readString(PRELUDE);
	}

	/**
	 * Compiles blocks.
	 * @param blocks the blocks
	 * @return what is wrong with them, and where
	 */
	List<String> problems(List<Block> blocks) {
		List<String> imports = this.prelude.lines().filter((line) -> line.startsWith("import ")).toList();
		List<JavaFileObject> sources = new ArrayList<>();
		sources.add(source("documentation/Prelude", this.prelude));
		for (Block block : blocks) {
			sources.add(new Snippet(block, sources.size(), imports, this::isReadable));
		}
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		analyze(task(sources, diagnostics, "--release", "17", "-proc:none", "-Xlint:none", "-Xmaxerrs", "1000",
				"-classpath", System.getProperty("java.class.path")));
		return diagnostics.getDiagnostics()
			.stream()
			.filter((diagnostic) -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
			.map(SnippetCompiler::problem)
			.toList();
	}

	private static String problem(Diagnostic<? extends JavaFileObject> diagnostic) {
		int line = (int) diagnostic.getLineNumber();
		String place = (diagnostic.getSource() instanceof Snippet snippet) ? snippet.place(line) : PRELUDE + ":" + line;
		return place + "\n    " + diagnostic.getMessage(Locale.ROOT).replace("\n", "\n    ");
	}

	private boolean isReadable(String source) {
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		try {
			task(List.of(source("Part", source)), diagnostics, "-source", "17").parse();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return diagnostics.getDiagnostics()
			.stream()
			.noneMatch((diagnostic) -> diagnostic.getKind() == Diagnostic.Kind.ERROR);
	}

	private static void analyze(JavacTask task) {
		try {
			task.analyze();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JavacTask task(List<JavaFileObject> sources, DiagnosticCollector<JavaFileObject> diagnostics,
			String... options) {
		return (JavacTask) this.compiler.getTask(Writer.nullWriter(), null, diagnostics, List.of(options), null,
				sources);
	}

	private static JavaFileObject source(String name, String text) {
		return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return text;
			}

		};
	}

}
