/**
 * AMI events and the connection's life, for Spring beans, without Spring Boot.
 * <p>
 * {@link io.pystrix.spring.ami.AmiEventListener} marks a method that is given events; the
 * {@link io.pystrix.spring.ami.AmiEventListenerProcessor} finds it and enters it in the
 * {@link io.pystrix.spring.ami.AmiListenerRegistry}, where an
 * {@link io.pystrix.spring.ami.AmiListenerInterceptor} is advice around all of them.
 * {@link io.pystrix.spring.ami.AmiServers} names the servers. The
 * {@link io.pystrix.spring.ami.ManagerLifecycle} connects and disconnects the
 * {@link io.pystrix.ami.Manager}, and the
 * {@link io.pystrix.spring.ami.AmiConnectionEventPublisher} turns what happens to its
 * connection into application events: {@link io.pystrix.spring.ami.AmiConnectedEvent},
 * {@link io.pystrix.spring.ami.AmiDisconnectedEvent}.
 */
@NullMarked
package io.pystrix.spring.ami;

import org.jspecify.annotations.NullMarked;
