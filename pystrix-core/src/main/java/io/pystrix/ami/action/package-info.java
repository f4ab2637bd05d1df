/**
 * Asterisk's actions, one class each, named as Asterisk names them. They are generated
 * from {@code src/main/schema/actions.yaml}; written by hand are those whose use needs
 * meaning ({@link io.pystrix.ami.action.OriginateAction},
 * {@link io.pystrix.ami.action.LoginAction}) and the responses that carry data.
 */
@NullMarked
package io.pystrix.ami.action;

import org.jspecify.annotations.NullMarked;
