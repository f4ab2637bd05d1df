package io.pystrix;

import java.io.ByteArrayInputStream;
import java.util.Random;

/**
 * Hands out its bytes as a network might: mostly by few, sometimes many at a time.
 */
public final class PieceStream extends ByteArrayInputStream {

	private final Random random;

	public PieceStream(byte[] bytes, long seed) {
		super(bytes);
		this.random = new Random(seed);
	}

	@Override
	public int read(byte[] target, int offset, int length) {
		int most = (this.random.nextInt(4) == 0) ? 5000 : 6;
		return super.read(target, offset, Math.min(length, 1 + this.random.nextInt(most)));
	}

}
