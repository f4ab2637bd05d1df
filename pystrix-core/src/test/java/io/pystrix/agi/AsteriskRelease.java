package io.pystrix.agi;

import java.util.List;

/**
 * What differs between releases of Asterisk for those who send AGI commands, as their
 * sources say. This table is the tests' own: the product has to come to the same results
 * by other means.
 *
 * @param version what {@code agi_version} says, from {@code .version} and what
 * distributions add to it
 * @param buffer {@code AGI_BUF_LEN} in res/res_agi.c of that tag: the bytes of the buffer
 * that {@code run_agi()} gives to {@code fgets()}
 * @param words {@code MAX_ARGS} in res/res_agi.c of that tag: the words and the end of
 * their list
 */
public record AsteriskRelease(String version, int buffer, int words) {

	/** The 16 and 22 of Debian among them. */
	public static final List<AsteriskRelease> ALL = List.of( //
			new AsteriskRelease("13.38.3", 2048, 128), //
			new AsteriskRelease("16.28.0~dfsg-0+deb11u4", 2048, 128), //
			new AsteriskRelease("18.26.4", 2048, 128), //
			new AsteriskRelease("19.8.1", 2048, 128), //
			new AsteriskRelease("20.15.2", 2048, 128), //
			new AsteriskRelease("20.16.0-rc1", 8192, 128), //
			new AsteriskRelease("20.20.1", 8192, 128), //
			new AsteriskRelease("21.10.2", 2048, 128), //
			new AsteriskRelease("21.11.0", 8192, 128), //
			new AsteriskRelease("22.5.2", 2048, 128), //
			new AsteriskRelease("22.6.0", 8192, 128), //
			new AsteriskRelease("22.10.1+dfsg+~cs6.17.60671434-1", 8192, 128), //
			new AsteriskRelease("23.0.0", 8192, 128), //
			new AsteriskRelease("23.4.1", 8192, 128), //
			new AsteriskRelease("certified/13.21-cert6", 2048, 128), //
			new AsteriskRelease("certified/18.9-cert4", 2048, 128), //
			new AsteriskRelease("certified-18.9-cert18", 2048, 128), //
			new AsteriskRelease("certified-20.7-cert11", 2048, 128), //
			new AsteriskRelease("certified-22.8-cert4", 8192, 128));

	/** Reads the longest lines. */
	public static final AsteriskRelease NEWEST = ALL.get(13);

	/** How many bytes of a line are read at once, with its line feed. */
	public int longestLine() {
		return this.buffer - 1;
	}

	/** How many words of a line there is room for. */
	public int mostWords() {
		return this.words - 1;
	}

}
