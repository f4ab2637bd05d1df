/**
 * Turns the schema of Asterisk's manager interface into typed actions and events; runs in
 * the build of the core and is in no application.
 * <ul>
 * <li>{@link io.pystrix.codegen.Codegen} is the main class: schema folder in, sources
 * out.</li>
 * <li>{@link io.pystrix.codegen.Schema} reads the YAML files of the folder, one for each
 * area of Asterisk, into {@code ActionSpec}, {@code EventSpec} and {@code EnumSpec};
 * {@link io.pystrix.codegen.JavaNames} spells Asterisk's names in Java.</li>
 * <li>{@code ActionWriter} (with {@code ParameterWriter} and {@code ResultWriter}),
 * {@code EventWriter} (with {@code AccessorWriter}), {@code EnumWriter} and
 * {@code CatalogWriter} each write one kind of class.</li>
 * </ul>
 * A new release of Asterisk is an edit of the schema.
 */
@NullMarked
package io.pystrix.codegen;

import org.jspecify.annotations.NullMarked;
