package io.pystrix.ami.message;

import java.util.function.Function;

/**
 * Says which class views an event.
 *
 * @param name the name of the event as on the wire
 * @param type the class
 * @param factory makes an instance of it
 * @param <E> the class
 * @since 0.1.0
 */
public record AmiEventType<E extends AmiEvent>(String name, Class<E> type, Function<AmiHeaders, E> factory) {

}
