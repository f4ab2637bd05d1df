package io.pystrix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the bytes of a fuzzer apart: first some numbers, then what is left.
 */
public final class FuzzInput {

	private static final byte SEPARATOR = (byte) 0xFF;

	private final byte[] data;

	private int position;

	public FuzzInput(byte[] data) {
		this.data = data;
	}

	/** A number below a bound; 0 if there is no byte left. */
	public int below(int bound) {
		if (this.position + 1 >= this.data.length) {
			return 0;
		}
		int number = (this.data[this.position] & 0xFF) << 8 | this.data[this.position + 1] & 0xFF;
		this.position += 2;
		return number % bound;
	}

	/** All that is left. */
	public byte[] rest() {
		byte[] rest = Arrays.copyOfRange(this.data, this.position, this.data.length);
		this.position = this.data.length;
		return rest;
	}

	/** All that is left, as texts; a byte that UTF-8 does not know separates them. */
	public List<String> texts() {
		List<String> texts = new ArrayList<>();
		int start = this.position;
		for (int i = this.position; i <= this.data.length; i++) {
			if (i == this.data.length || this.data[i] == SEPARATOR) {
				texts.add(new String(this.data, start, i - start, StandardCharsets.UTF_8));
				start = i + 1;
			}
		}
		this.position = this.data.length;
		return texts;
	}

}
