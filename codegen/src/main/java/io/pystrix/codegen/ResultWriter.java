package io.pystrix.codegen;

import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/**
 * Writes what an action returns: a response, a list, the one event that follows the
 * response, or an outcome that is told later.
 */
final class ResultWriter {

	private static final ClassName EVENT = ClassName.get(Codegen.MESSAGES, "AmiEvent");

	private static final ClassName EVENT_LIST = ClassName.get(Codegen.MESSAGES, "EventList");

	private static final ClassName RESPONSE = ClassName.get(Codegen.MESSAGES, "AmiResponse");

	private static final ClassName STRING = ClassName.get(String.class);

	private final ActionSpec action;

	ResultWriter(ActionSpec action) {
		this.action = action;
	}

	TypeName type() {
		String answer = this.action.answer();
		if (answer != null) {
			return EventWriter.className(answer);
		}
		if (this.action.isList()) {
			return ParameterizedTypeName.get(EVENT_LIST, item());
		}
		String response = this.action.response();
		return (response != null) ? ClassName.get(Codegen.ACTIONS, response) : RESPONSE;
	}

	/** A list of different events is one of what they have in common. */
	private ClassName item() {
		List<String> items = this.action.items();
		return (items.size() == 1) ? EventWriter.className(items.get(0)) : EVENT;
	}

	List<MethodSpec> write() {
		List<MethodSpec> methods = new ArrayList<>();
		if (this.action.outcome() != null) {
			methods.add(overridden("outcomeEvent", STRING).addStatement("return $S", this.action.outcome()).build());
			methods.add(isOutcome());
			methods.add(outcome(EventWriter.className(this.action.outcome())));
			return methods;
		}
		if (this.action.isList()) {
			String last = (this.action.complete() != null) ? this.action.complete() : this.action.answer();
			methods.add(overridden("isList", TypeName.BOOLEAN).addStatement("return true").build());
			methods.add(overridden("completeEvent", STRING).addStatement("return $S", last).build());
		}
		if (this.action.empty() != null) {
			methods.add(overridden("isEmptyList", TypeName.BOOLEAN).addParameter(RESPONSE, "response")
				.addStatement("return startsWith(response, $S)", this.action.empty())
				.build());
		}
		methods.add(result());
		return methods;
	}

	private MethodSpec result() {
		MethodSpec.Builder method = overridden("result", type()).addParameter(RESPONSE, "response")
			.addParameter(ParameterizedTypeName.get(ClassName.get(List.class), EVENT), "events");
		if (this.action.answer() != null) {
			return method.addStatement("return new $T(events.get(events.size() - 1).headers())", type()).build();
		}
		if (this.action.isList()) {
			return method.addStatement("return $T.of($T.class, response, events)", EVENT_LIST, item()).build();
		}
		return (this.action.response() != null) ? method.addStatement("return new $T(response)", type()).build()
				: method.addStatement("return response").build();
	}

	private MethodSpec isOutcome() {
		CodeBlock same = this.action.matched()
			.stream()
			.map((header) -> CodeBlock.of("agrees(event, $S)", header))
			.collect(CodeBlock.joining(" && "));
		return overridden("isOutcome", TypeName.BOOLEAN).addParameter(EVENT, "event")
			.addStatement("return $L", same)
			.build();
	}

	private static MethodSpec outcome(ClassName type) {
		return overridden("outcome", type).addParameter(EVENT, "event")
			.addStatement("return new $T(event.headers())", type)
			.build();
	}

	private static MethodSpec.Builder overridden(String name, TypeName type) {
		return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC).returns(type);
	}

}
