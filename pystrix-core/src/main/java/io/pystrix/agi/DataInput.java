package io.pystrix.agi;

/**
 * Keys that the caller entered.
 *
 * @param digits the keys, without the {@code #} that ends the input; may be empty
 * @param timedOut whether the caller stopped before entering all of them or the {@code #}
 * @since 0.1.0
 */
public record DataInput(String digits, boolean timedOut) {

}
