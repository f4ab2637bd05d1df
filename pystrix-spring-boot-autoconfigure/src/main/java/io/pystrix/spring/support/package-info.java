/**
 * What the processors of {@code @AgiScript} and {@code @AmiEventListener} share.
 * <p>
 * {@link io.pystrix.spring.support.AnnotatedBeans} walks over the beans by name and type,
 * without creating one; {@link io.pystrix.spring.support.BeanMethod} is a method that it
 * found, called on the bean that is there at the time of the call;
 * {@link io.pystrix.spring.support.InvalidHandlerException} says which bean and method is
 * wrong. Not for use by applications.
 */
@NullMarked
package io.pystrix.spring.support;

import org.jspecify.annotations.NullMarked;
