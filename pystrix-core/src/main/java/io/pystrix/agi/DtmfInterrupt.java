package io.pystrix.agi;

/**
 * A key that the caller pressed while something was played.
 *
 * @param digit the key: {@code 0} to {@code 9}, {@code *}, {@code #}, {@code A} to
 * {@code D}
 * @param offset where playback stopped, in samples (8000 a second for most files)
 * @since 0.1.0
 */
public record DtmfInterrupt(char digit, long offset) {

}
