package io.pystrix.codegen;

import java.time.Duration;
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

	private static final ClassName ACTION = ClassName.get(Codegen.AMI, "AmiAction");

	private static final ClassName EVENT = ClassName.get(Codegen.AMI, "AmiEvent");

	private static final ClassName EVENT_LIST = ClassName.get(Codegen.AMI, "EventList");

	private static final ClassName HEADER = ClassName.get(Codegen.AMI, "AmiHeader");

	private static final ClassName RESPONSE = ClassName.get(Codegen.AMI, "AmiResponse");

	private static final TypeName HEADERS = ParameterizedTypeName.get(ClassName.get(List.class), HEADER);

	private final Schema.Action action;

	private final ClassName type;

	ActionWriter(Schema.Action action) {
		this.action = action;
		this.type = ClassName.get(Codegen.ACTIONS, JavaNames.type(action.name(), "Action"));
	}

	TypeSpec write() {
		TypeSpec.Builder builder = TypeSpec.classBuilder(this.type)
			.addModifiers(Modifier.PUBLIC, Modifier.FINAL)
			.superclass(ParameterizedTypeName.get(ACTION, result()))
			.addJavadoc("$L\n<p>\nAsterisk $L.\n\n@see <a href=\"$L\">$L</a>\n", this.action.summary(),
					this.action.releases(), link(), this.action.name())
			.addMethod(publicConstructor())
			.addMethod(MethodSpec.constructorBuilder()
				.addModifiers(Modifier.PRIVATE)
				.addParameter(HEADERS, "headers")
				.addStatement("super($S, headers)", this.action.name())
				.build());
		this.action.optional().forEach((parameter) -> builder.addMethod(setter(parameter)));
		if (this.action.items() != null) {
			builder.addMethod(overridden("isList", TypeName.BOOLEAN, CodeBlock.of("true")));
		}
		if (this.action.complete() != null) {
			builder.addMethod(overridden("completeEvent", ClassName.get(String.class),
					CodeBlock.of("$S", this.action.complete())));
		}
		return builder.addMethod(resultMethod()).build();
	}

	private String link() {
		return "https://docs.asterisk.org/Latest_API/API_Documentation/AMI_Actions/" + this.action.name();
	}

	private MethodSpec publicConstructor() {
		MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
			.addModifiers(Modifier.PUBLIC)
			.addJavadoc("Creates the action.\n");
		List<CodeBlock> headers = new ArrayList<>();
		for (Schema.Field parameter : this.action.required()) {
			String name = JavaNames.accessor(parameter.name());
			constructor.addJavadoc("@param $L the header {@code $L}$L\n", name, parameter.name(), unit(parameter));
			constructor.addParameter(ParameterSpec.builder(javaType(parameter), name).build());
			headers.add(CodeBlock.of("new $T($S, $L)", HEADER, parameter.name(), text(parameter, name)));
		}
		return constructor.addStatement("this($T.of($L))", List.class, CodeBlock.join(headers, ", ")).build();
	}

	private MethodSpec setter(Schema.Field parameter) {
		String name = JavaNames.accessor(parameter.name());
		return MethodSpec.methodBuilder(name)
			.addModifiers(Modifier.PUBLIC)
			.returns(this.type)
			.addJavadoc("$L the header {@code $L}.\n@param $L the value$L\n@return the new action\n",
					(parameter.repeated()) ? "Adds" : "Sets", parameter.name(), name, unit(parameter))
			.addParameter(javaType(parameter), name)
			.addStatement("return new $T($L($S, $L))", this.type,
					(parameter.repeated()) ? "withAddedHeader" : "withHeader", parameter.name(), text(parameter, name))
			.build();
	}

	private static String unit(Schema.Field parameter) {
		return (parameter.type() == Schema.Type.MILLISECONDS) ? "; sent in milliseconds" : "";
	}

	private static TypeName javaType(Schema.Field parameter) {
		return switch (parameter.type()) {
			case TEXT -> ClassName.get(String.class);
			case INT -> TypeName.INT;
			case LONG -> TypeName.LONG;
			case BOOLEAN -> TypeName.BOOLEAN;
			case MILLISECONDS -> ClassName.get(Duration.class);
		};
	}

	private static CodeBlock text(Schema.Field parameter, String name) {
		return switch (parameter.type()) {
			case TEXT -> CodeBlock.of("$L", name);
			case INT, LONG, BOOLEAN -> CodeBlock.of("String.valueOf($L)", name);
			case MILLISECONDS -> CodeBlock.of("String.valueOf($L.toMillis())", name);
		};
	}

	private TypeName result() {
		String items = this.action.items();
		if (items != null) {
			return ParameterizedTypeName.get(EVENT_LIST, EventWriter.className(items));
		}
		String response = this.action.response();
		return (response != null) ? ClassName.get(Codegen.ACTIONS, response) : RESPONSE;
	}

	private MethodSpec resultMethod() {
		MethodSpec.Builder method = MethodSpec.methodBuilder("result")
			.addAnnotation(Override.class)
			.addModifiers(Modifier.PROTECTED)
			.returns(result())
			.addParameter(RESPONSE, "response")
			.addParameter(ParameterizedTypeName.get(ClassName.get(List.class), EVENT), "events");
		if (this.action.items() != null) {
			method.addStatement("return $T.of($T.class, response, events)", EVENT_LIST,
					EventWriter.className(this.action.items()));
		}
		else if (this.action.response() != null) {
			method.addStatement("return new $T(response.headers())", result());
		}
		else {
			method.addStatement("return response");
		}
		return method.build();
	}

	private static MethodSpec overridden(String name, TypeName type, CodeBlock value) {
		return MethodSpec.methodBuilder(name)
			.addAnnotation(Override.class)
			.addModifiers(Modifier.PROTECTED)
			.returns(type)
			.addStatement("return $L", value)
			.build();
	}

}
