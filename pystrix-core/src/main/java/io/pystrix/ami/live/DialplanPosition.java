package io.pystrix.ami.live;

/**
 * A place in the dialplan.
 *
 * @param context the context, may be empty
 * @param exten the extension, may be empty
 * @param priority the priority
 */
public record DialplanPosition(String context, String exten, String priority) {

}
