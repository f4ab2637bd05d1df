package io.pystrix.spring.agi;

import java.util.Map;

import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.MethodParameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Parameters}, with a method of the JDK, whose classes do not tell the
 * names of their parameters.
 */
class ParametersTests {

	private final BeanMethod method = method();

	private final MethodParameter parameter = this.method.parameters().get(0);

	@Test
	void aNameThatIsGivenIsTaken() {
		assertThat(Parameters.nameOr("given", this.method, this.parameter)).isEqualTo("given");
	}

	@Test
	void aNameThatNobodyTellsIsAnError() {
		assertThatExceptionOfType(InvalidHandlerException.class)
			.isThrownBy(() -> Parameters.nameOr("", this.method, this.parameter))
			.withMessageContaining("method Thread.setDaemon(boolean) of bean 'thread'")
			.withMessageContaining("does not tell the name of parameter 0 of type boolean")
			.withMessageContaining("'-parameters'");
	}

	private static BeanMethod method() {
		try {
			return new BeanMethod(new StaticListableBeanFactory(Map.of("thread", new Thread())), "thread", Thread.class,
					Thread.class.getMethod("setDaemon", boolean.class));
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
