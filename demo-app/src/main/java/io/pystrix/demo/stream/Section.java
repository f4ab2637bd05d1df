package io.pystrix.demo.stream;

import java.util.List;
import java.util.function.Supplier;

/**
 * A table that pages show.
 *
 * @param name the name that pages know it by
 * @param items gives what is in it at this moment, and is asked a few times a second by
 * one thread
 */
public record Section(String name, Supplier<? extends List<? extends Item>> items) {

}
