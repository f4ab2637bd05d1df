package io.pystrix.spring.agi;

import java.util.List;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;
import io.pystrix.spring.support.BeanMethod;
import org.jspecify.annotations.Nullable;

/**
 * A script that is a method.
 *
 * @param method the method
 * @param arguments its arguments, in order
 */
record ScriptMethod(BeanMethod method, List<Argument> arguments) implements AgiHandler {

	@Override
	public void handle(Agi agi, AgiRequest request) throws Exception {
		call(new Invocation(agi, request, null));
	}

	void call(Invocation invocation) throws Exception {
		@Nullable Object[] values = new @Nullable Object[this.arguments.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.arguments.get(i).of(invocation);
		}
		this.method.invoke(values);
	}

	@Override
	public String toString() {
		return this.method.toString();
	}

}
