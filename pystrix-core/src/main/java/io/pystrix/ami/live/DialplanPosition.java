package io.pystrix.ami.live;

/**
 * A place in the dialplan.
 *
 * @param context the context, may be empty
 * @param exten the extension, may be empty
 * @param priority the priority
 * @since 0.1.0
 */
public record DialplanPosition(String context, String exten, String priority) {

}
