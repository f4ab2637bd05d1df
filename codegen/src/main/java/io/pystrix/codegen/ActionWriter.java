package io.pystrix.codegen;

import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

/**
 * Writes the class of an action: required parameters in the constructor, the others as
 * methods that return a new action.
 */
final class ActionWriter {

	private static final ClassName ACTION = ClassName.get(Codegen.MESSAGES, "AmiAction");

	private static final ClassName OUTCOME_ACTION = ClassName.get(Codegen.MESSAGES, "OutcomeAction");

	private static final ClassName HEADER = ClassName.get(Codegen.MESSAGES, "AmiHeader");

	private static final TypeName HEADERS = ParameterizedTypeName.get(ClassName.get(List.class), HEADER);

	private final ActionSpec action;

	private final ResultWriter result;

	private final ClassName type;

	ActionWriter(ActionSpec action) {
		this.action = action;
		this.result = new ResultWriter(action);
		this.type = ClassName.get(Codegen.ACTIONS, JavaNames.type(action.name(), "Action"));
	}

	TypeSpec write() {
		TypeSpec.Builder builder = TypeSpec.classBuilder(this.type)
			.addModifiers(Modifier.PUBLIC, Modifier.FINAL)
			.superclass(parent())
			.addJavadoc("$L\n<p>\nAsterisk $L$L.\n\n@since 0.1.0\n@see <a href=\"$L\">$L</a>\n", this.action.summary(),
					this.action.releases(), permission(), link(), this.action.name())
			.addMethod(publicConstructor())
			.addMethod(MethodSpec.constructorBuilder()
				.addModifiers(Modifier.PRIVATE)
				.addParameter(HEADERS, "headers")
				.addStatement("super($S, headers)", this.action.name())
				.build());
		this.action.optional()
			.forEach((parameter) -> builder.addMethod(new ParameterWriter(parameter).setter(this.type)));
		if (!this.action.privileges().isEmpty()) {
			builder.addMethod(privileges());
		}
		return builder.addMethods(this.result.write()).build();
	}

	private String permission() {
		return (this.action.privileges().isEmpty()) ? "" : "; the user needs the permission to write {@code "
				+ String.join("} or {@code ", this.action.privileges()) + "}";
	}

	private MethodSpec privileges() {
		CodeBlock names = this.action.privileges()
			.stream()
			.map((privilege) -> CodeBlock.of("$S", privilege))
			.collect(CodeBlock.joining(", "));
		return MethodSpec.methodBuilder("privileges")
			.addAnnotation(Override.class)
			.addModifiers(Modifier.PUBLIC)
			.returns(ParameterizedTypeName.get(List.class, String.class))
			.addStatement("return $T.of($L)", List.class, names)
			.build();
	}

	private TypeName parent() {
		String outcome = this.action.outcome();
		return (outcome != null) ? ParameterizedTypeName.get(OUTCOME_ACTION, EventWriter.className(outcome))
				: ParameterizedTypeName.get(ACTION, this.result.type());
	}

	private String link() {
		return "https://docs.asterisk.org/Latest_API/API_Documentation/AMI_Actions/" + this.action.name();
	}

	private MethodSpec publicConstructor() {
		MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
			.addModifiers(Modifier.PUBLIC)
			.addJavadoc("Creates the action.\n");
		List<CodeBlock> headers = new ArrayList<>();
		for (HeaderSpec parameter : this.action.required()) {
			ParameterWriter writer = new ParameterWriter(parameter);
			constructor.addJavadoc("@param $L $L\n", writer.name(), writer.description());
			constructor.addParameter(ParameterSpec.builder(writer.type(), writer.name()).build());
			headers.add(CodeBlock.of("new $T($S, $L)", HEADER, parameter.name(), writer.text()));
		}
		return constructor.addStatement("this($T.of($L))", List.class, CodeBlock.join(headers, ", ")).build();
	}

}
