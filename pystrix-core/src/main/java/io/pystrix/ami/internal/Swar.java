package io.pystrix.ami.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes in one go. Messages are searched for line ends more than anything
 * else is done with them, and a loop over single bytes takes several times as long.
 */
final class Swar {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long ONES = 0x0101_0101_0101_0101L;

	private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

	private Swar() {
	}

	/** The same byte eight times. */
	static long repeat(char ascii) {
		return ONES * ascii;
	}

	/** The eight bytes from an offset on, the first one in the lowest bits. */
	static long at(byte[] bytes, int offset) {
		return (long) LONGS.get(bytes, offset);
	}

	/** Sets the highest bit of each byte that is zero, and no other bit. */
	static long zeros(long bytes) {
		return ~(((bytes & LOW_BITS) + LOW_BITS) | bytes | LOW_BITS);
	}

	/** The offset of the first byte whose highest bit is set, or 8. */
	static int first(long zeros) {
		return Long.numberOfTrailingZeros(zeros) >>> 3;
	}

	/**
	 * Finds a byte.
	 * @return its index, or {@code to}
	 */
	static int indexOf(byte[] bytes, int from, int to, char ascii) {
		long wanted = repeat(ascii);
		int i = from;
		for (; i <= to - Long.BYTES; i += Long.BYTES) {
			long zeros = zeros(at(bytes, i) ^ wanted);
			if (zeros != 0) {
				return i + first(zeros);
			}
		}
		while (i < to && bytes[i] != ascii) {
			i++;
		}
		return i;
	}

}
