package io.pystrix.demo.calls;

/**
 * Why a channel was hung up.
 *
 * @param code the number that Asterisk and ISDN have for it
 * @param text the same in words
 */
public record HangupCause(int code, String text) {

}
