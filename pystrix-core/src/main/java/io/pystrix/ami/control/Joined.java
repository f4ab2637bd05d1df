package io.pystrix.ami.control;

import io.pystrix.ami.message.AmiEvent;

/**
 * A phone that was called, has answered, and is now part of something.
 *
 * @param <E> the event that tells it
 * @param call the call to the phone; to hang it up ends its part
 * @param event what Asterisk told of it
 */
public record Joined<E extends AmiEvent>(Call call, E event) {

}
