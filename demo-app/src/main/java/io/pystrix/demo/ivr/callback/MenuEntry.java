package io.pystrix.demo.ivr.callback;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * A choice in a menu, as the database has it.
 *
 * @param id its key
 * @param menu the menu that it belongs to
 * @param digit the key that the caller presses
 * @param prompt the sound file that says what it is for, without extension
 * @param action what it does
 * @param queue the queue that it is about, {@code null} for the one that was called
 */
record MenuEntry(@Id Long id, String menu, String digit, String prompt, MenuAction action, @Nullable String queue) {

}
