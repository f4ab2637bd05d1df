package io.pystrix.test.junit;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.ami.AmiSimulator;
import io.pystrix.test.release.AsteriskRelease;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * JUnit's side of {@link AsteriskTest}; registered on a field, it takes what the
 * annotation cannot say: <pre class="code">
 * &#64;RegisterExtension
 * AsteriskExtension asterisk = AsteriskExtension
 *     .of((builder) -&gt; builder.account("admin", "secret").extension("100", "demo").fastAgi(this.server::address));
 * </pre>
 * <p>
 * The simulator is started when a parameter first asks for it, on free ports of the
 * loopback interface, and closed when that is over which asked: each test has a new one,
 * which its {@code @BeforeEach} and {@code @AfterEach} methods see too. If
 * {@code @BeforeAll} asks for it, there is one for the whole class.
 *
 * @since 0.1.0
 */
public final class AsteriskExtension implements ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(AsteriskExtension.class);

	private final @Nullable Consumer<AsteriskSimulator.Builder> description;

	/**
	 * For JUnit: a simulator with the account that {@link AsteriskTest} names.
	 */
	public AsteriskExtension() {
		this.description = null;
	}

	private AsteriskExtension(Consumer<AsteriskSimulator.Builder> description) {
		this.description = Objects.requireNonNull(description);
	}

	/**
	 * Describe the simulator.
	 * @param description is given the builder of each simulator, which has no account
	 * @return an extension to register
	 */
	public static AsteriskExtension of(Consumer<AsteriskSimulator.Builder> description) {
		return new AsteriskExtension(description);
	}

	@Override
	public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
		// What a constructor asks for is the test's, not the class's
		return ExtensionContextScope.TEST_METHOD;
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		return type == AsteriskSimulator.class || type == AmiSimulator.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		// JUnit closes what is in the store with the context that put it there
		AsteriskSimulator asterisk = context.getStore(NAMESPACE)
			.computeIfAbsent(AsteriskSimulator.class, (key) -> start(context), AsteriskSimulator.class);
		return (parameter.getParameter().getType() == AmiSimulator.class) ? asterisk.ami() : asterisk;
	}

	private AsteriskSimulator start(ExtensionContext context) {
		AsteriskSimulator.Builder builder = AsteriskSimulator.builder();
		if (this.description != null) {
			this.description.accept(builder);
		}
		else {
			annotation(context).ifPresent((test) -> builder.account(test.username(), test.secret())
				.release(AsteriskRelease.of(test.release())));
		}
		return builder.build().start();
	}

	private static Optional<AsteriskTest> annotation(ExtensionContext context) {
		return AnnotationSupport.findAnnotation(context.getElement(), AsteriskTest.class)
			.or(() -> context.getParent().flatMap(AsteriskExtension::annotation));
	}

}
