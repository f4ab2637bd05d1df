/**
 * AGI scripts as Spring beans, without Spring Boot.
 * <p>
 * {@link io.pystrix.spring.agi.AgiScript} marks a script: a bean that is an
 * {@link io.pystrix.agi.AgiHandler}, or a method whose arguments come from the call
 * ({@link io.pystrix.spring.agi.AgiArg}, {@link io.pystrix.spring.agi.AgiParam},
 * {@link io.pystrix.spring.agi.AgiGroup}, {@link io.pystrix.spring.agi.AgiVariable}, and
 * what an {@link io.pystrix.spring.agi.AgiMethodArgumentResolver} adds). An
 * {@link io.pystrix.spring.agi.AgiExceptionHandler} is called when one throws, for all
 * scripts if it stands in an {@link io.pystrix.spring.agi.AgiAdvice}. The
 * {@link io.pystrix.spring.agi.AgiScriptProcessor} finds them and puts them into the
 * {@link io.pystrix.agi.ScriptRegistry}; the
 * {@link io.pystrix.spring.agi.FastAgiServerLifecycle} and the
 * {@link io.pystrix.spring.agi.AsyncAgiServerLifecycle} start and stop their servers.
 */
@NullMarked
package io.pystrix.spring.agi;

import org.jspecify.annotations.NullMarked;
