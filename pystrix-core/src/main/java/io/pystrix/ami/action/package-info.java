/**
 * Asterisk's actions, one class each, named as Asterisk names them. They are generated
 * from {@code src/main/schema}. Written by hand are those whose use needs meaning
 * ({@link io.pystrix.ami.action.OriginateAction},
 * {@link io.pystrix.ami.action.LoginAction}, {@link io.pystrix.ami.action.HangupAction}
 * and {@link io.pystrix.ami.action.HangupMatchingAction},
 * {@link io.pystrix.ami.action.PingAction},
 * {@link io.pystrix.ami.action.UpdateConfigAction}) and the responses that carry data.
 */
@NullMarked
package io.pystrix.ami.action;

import org.jspecify.annotations.NullMarked;
