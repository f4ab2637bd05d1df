/**
 * Tests of Spring Boot applications on a fake Asterisk.
 * <p>
 * {@link io.pystrix.spring.boot.test.AutoConfigureAsterisk} on a test class brings
 * {@code AsteriskTestAutoConfiguration}: {@code SimulatorRegistrar} defines a simulator
 * and connection details for each server that the properties name, {@code Simulators}
 * makes them, and {@code AsteriskTestExecutionListener} has them as good as new for each
 * test. {@link io.pystrix.spring.boot.test.AsteriskSimulatorBuilderCustomizer} describes
 * the simulators further, {@link io.pystrix.spring.boot.test.LocalFastAgiPort} injects
 * the port of the scripts.
 */
@NullMarked
package io.pystrix.spring.boot.test;

import org.jspecify.annotations.NullMarked;
