package io.pystrix.ami.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Finds the value for a name that lies in a buffer, without making a string of it. For
 * one thread.
 *
 * @param <V> the type of the values
 * @since 0.1.0
 */
public final class RouteCache<V> {

	/** A peer that invents names must not fill the memory. */
	private static final int MAX_ENTRIES = 2048;

	private static final int SLOTS = 4 * MAX_ENTRIES;

	private final byte[] @Nullable [] names = new byte[SLOTS][];

	private final Object[] values = new Object[SLOTS];

	private final Function<String, V> source;

	private int size;

	/**
	 * Creates a cache.
	 * @param source makes the value of a name that is met for the first time
	 */
	public RouteCache(Function<String, V> source) {
		this.source = source;
	}

	/**
	 * Returns the value for a name.
	 * @param bytes the bytes that hold the name
	 * @param from where it starts
	 * @param to where it ends
	 * @return the value
	 */
	@SuppressWarnings("unchecked")
	public V get(byte[] bytes, int from, int to) {
		int slot = hash(bytes, from, to) & (SLOTS - 1);
		byte[] name = this.names[slot];
		while (name != null) {
			if (matches(name, bytes, from, to)) {
				return (V) this.values[slot];
			}
			slot = (slot + 1) & (SLOTS - 1);
			name = this.names[slot];
		}
		V value = this.source.apply(new String(bytes, from, to - from, StandardCharsets.UTF_8));
		if (this.size < MAX_ENTRIES) {
			this.size++;
			this.names[slot] = Arrays.copyOfRange(bytes, from, to);
			this.values[slot] = value;
		}
		return value;
	}

	private static boolean matches(byte[] name, byte[] bytes, int from, int to) {
		return Arrays.equals(name, 0, name.length, bytes, from, to);
	}

	private static int hash(byte[] bytes, int from, int to) {
		int hash = 0;
		for (int i = from; i < to; i++) {
			hash = 31 * hash + bytes[i];
		}
		return hash ^ (hash >>> 15);
	}

}
