package io.pystrix.documentation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import javax.tools.SimpleJavaFileObject;

import org.jspecify.annotations.Nullable;

/**
 * A block of Java as a source file. Blocks consist of parts between empty lines, and each
 * part is what it can be read as: types, statements, or members of a class.
 */
final class Snippet extends SimpleJavaFileObject {

	/** A class without its body cannot have the methods that it needs. */
	private static final Pattern TYPE_LEFT_OUT = Pattern.compile("\\bclass ([^{;]*)\\{ … }");

	private static final Pattern BODY_LEFT_OUT = Pattern.compile("\\{ … }");

	private static final Pattern LAMBDA_LEFT_OUT = Pattern.compile("-> …(?=[),;])");

	private final Block block;

	private final List<String> source = new ArrayList<>();

	private final List<Integer> pageLines = new ArrayList<>();

	/**
	 * Creates a snippet.
	 * @param block the block
	 * @param number tells it apart
	 * @param imports the imports that the block leaves out
	 * @param readable whether a source can be read
	 */
	Snippet(Block block, int number, List<String> imports, Predicate<String> readable) {
		super(URI.create("string:///documentation/Block" + number + ".java"), Kind.SOURCE);
		this.block = block;
		List<Part> parts = parts(block, readable);
		add(0, "package documentation.block" + number + ";");
		imports.forEach((line) -> add(0, line));
		add(0, "import static documentation.Prelude.*;");
		add(parts, Form.TYPES);
		add(0, "class Block" + number + " {");
		add(parts, Form.MEMBERS);
		add(0, "void block() throws Exception {");
		add(parts, Form.STATEMENTS);
		add(0, "}}");
	}

	private static List<Part> parts(Block block, Predicate<String> readable) {
		List<Part> parts = new ArrayList<>();
		int start = 0;
		for (int end = 1; end <= block.lines().size(); end++) {
			boolean last = end == block.lines().size();
			if (!last && !block.lines().get(end).isBlank()) {
				continue;
			}
			List<String> lines = block.lines().subList(start, end).stream().map(Snippet::complete).toList();
			Form form = Form.of(String.join("\n", lines) + "\n", readable);
			if (form != null || last) {
				// What cannot be read is reported by the compiler
				parts.add(new Part((form != null) ? form : Form.STATEMENTS, block.line() + start, lines));
				start = end;
			}
		}
		return parts;
	}

	private static String complete(String line) {
		String complete = TYPE_LEFT_OUT.matcher(line).replaceAll("abstract class $1{ }");
		complete = BODY_LEFT_OUT.matcher(complete).replaceAll("{ throw new UnsupportedOperationException(); }");
		return LAMBDA_LEFT_OUT.matcher(complete).replaceAll("-> { }");
	}

	private void add(List<Part> parts, Form form) {
		for (Part part : parts) {
			if (part.form() == form) {
				for (int i = 0; i < part.lines().size(); i++) {
					add(part.line() + i, part.lines().get(i));
				}
			}
		}
	}

	private void add(int pageLine, String line) {
		this.pageLines.add(pageLine);
		this.source.add(line);
	}

	@Override
	public CharSequence getCharContent(boolean ignoreEncodingErrors) {
		return String.join("\n", this.source);
	}

	/**
	 * Tells where a line of the source comes from.
	 * @param line the number of the line, from 1
	 * @return the page and the line there, and what it says
	 */
	String place(int line) {
		int pageLine = this.pageLines.get(line - 1);
		return this.block.page() + ":" + ((pageLine > 0) ? pageLine : this.block.line()) + ": "
				+ this.source.get(line - 1).strip();
	}

	private enum Form {

		TYPES("", ""),

		/** Before members, so that a variable may hide one of the prelude's. */
		STATEMENTS("class X { void x() {", "}}"),

		MEMBERS("class X {", "}");

		private final String before;

		private final String after;

		Form(String before, String after) {
			this.before = before;
			this.after = after;
		}

		static @Nullable Form of(String source, Predicate<String> readable) {
			for (Form form : values()) {
				if (readable.test(form.before + source + form.after)) {
					return form;
				}
			}
			return null;
		}

	}

	private record Part(Form form, int line, List<String> lines) {

	}

}
