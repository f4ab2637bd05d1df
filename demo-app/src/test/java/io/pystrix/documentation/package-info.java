/**
 * The documentation says what is: its Java is compiled, and the properties that it sets
 * exist.
 * <p>
 * {@link io.pystrix.documentation.Page} is a file of the documentation with its
 * {@link io.pystrix.documentation.Block}s. A {@link io.pystrix.documentation.Snippet}
 * makes a class of a block of Java, with the imports and the variables of
 * {@code documentation/Prelude.java}; {@link io.pystrix.documentation.SnippetCompiler}
 * compiles them all at once. {@link io.pystrix.documentation.KnownProperties} knows the
 * names of properties.
 */
@NullMarked
package io.pystrix.documentation;

import org.jspecify.annotations.NullMarked;
