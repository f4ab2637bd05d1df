package io.pystrix.spring.boot.test;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/**
 * Has the simulators of {@link AutoConfigureAsterisk} ready for each test.
 */
final class AsteriskTestExecutionListener implements TestExecutionListener {

	@Override
	public void prepareTestInstance(TestContext test) throws Exception {
		beforeTestMethod(test);
	}

	@Override
	public void beforeTestMethod(TestContext test) throws Exception {
		Simulators simulators = simulators(test);
		if (simulators != null) {
			simulators.awaitConnections();
		}
	}

	@Override
	public void afterTestMethod(TestContext test) {
		Simulators simulators = simulators(test);
		if (simulators != null) {
			simulators.reset();
		}
	}

	private static @Nullable Simulators simulators(TestContext test) {
		boolean wanted = TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), AutoConfigureAsterisk.class);
		return (wanted && test.hasApplicationContext())
				? test.getApplicationContext().getBeanProvider(Simulators.class).getIfAvailable() : null;
	}

}
