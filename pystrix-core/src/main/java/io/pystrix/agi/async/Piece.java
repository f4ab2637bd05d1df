package io.pystrix.agi.async;

/**
 * What one event holds of what Asterisk has to say. Asterisk puts all that is said into a
 * pipe, reads at most 1024 bytes of it for an event, and encodes them into at most 2047;
 * what it did not read is in the events after the following commands. AGI_BUF_SIZE and
 * AMI_BUF_SIZE in res/res_agi.c are 1024 and 2048 in the branches 13 to 23 and in master.
 *
 * @param bytes the text
 * @param isLast whether the pipe is empty now
 * @param isCut whether the end of it did not fit, and is lost
 * @param mayBeCut whether the end of it may not have fitted: it is cut, or ends with a
 * line by chance or because it has just fitted
 */
record Piece(byte[] bytes, boolean isLast, boolean isCut, boolean mayBeCut) {

	private static final int READ = 1024;

	// The last escape may not have fitted
	private static final int FULL = 2045;

	static Piece of(String encoded) {
		byte[] bytes = PercentDecoder.decode(encoded);
		// A multiple: another version may read more at once
		boolean readAll = bytes.length == 0 || bytes.length % READ != 0;
		boolean encodedAll = encoded.length() < FULL;
		boolean ended = bytes.length > 0 && bytes[bytes.length - 1] == '\n';
		return new Piece(bytes, readAll && encodedAll && ended, readAll && !encodedAll && !ended,
				readAll && !encodedAll);
	}

}
