package io.pystrix.documentation;

import java.util.List;

/**
 * A fenced block of a page.
 *
 * @param page the path of the page
 * @param line the number of its first line in the page
 * @param language what its fence says, empty for none
 * @param lines its lines
 */
record Block(String page, int line, String language, List<String> lines) {

	String text() {
		return String.join("\n", this.lines) + "\n";
	}

	@Override
	public String toString() {
		return this.page + ":" + this.line;
	}

}
