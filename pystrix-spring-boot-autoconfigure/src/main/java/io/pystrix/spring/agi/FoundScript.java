package io.pystrix.spring.agi;

import java.util.regex.Pattern;

import io.pystrix.agi.AgiHandler;
import org.jspecify.annotations.Nullable;

/**
 * A script that is to be registered.
 *
 * @param name what it is called, empty for the default script
 * @param handler the script
 * @param pattern its pattern, {@code null} for the default script
 * @param order its place among the others
 */
record FoundScript(String name, AgiHandler handler, @Nullable Pattern pattern, int order) {

}
