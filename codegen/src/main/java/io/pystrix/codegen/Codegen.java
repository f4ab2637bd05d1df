package io.pystrix.codegen;

/**
 * Placeholder main class.
 */
public final class Codegen {

	private Codegen() {
	}

	public static void main(String[] args) {
	}

}
