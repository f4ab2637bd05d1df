package io.pystrix.codegen;

import java.time.Duration;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;

/**
 * Writes what an action needs for one header: the type and text of a parameter, and the
 * method that sets it.
 */
final class ParameterWriter {

	private final HeaderSpec parameter;

	private final String name;

	ParameterWriter(HeaderSpec parameter) {
		this.parameter = parameter;
		this.name = parameter.accessor();
	}

	String name() {
		return this.name;
	}

	String description() {
		return "the header {@code " + this.parameter.name() + "}" + unit();
	}

	private String unit() {
		return switch (this.parameter.type()) {
			case MILLISECONDS -> "; sent in milliseconds";
			case SECONDS -> "; sent in seconds";
			default -> "";
		};
	}

	TypeName type() {
		return switch (this.parameter.type()) {
			case TEXT -> ClassName.get(String.class);
			case INT -> TypeName.INT;
			case LONG -> TypeName.LONG;
			case BOOLEAN, YESNO, ONOFF -> TypeName.BOOLEAN;
			case SECONDS, MILLISECONDS -> ClassName.get(Duration.class);
			case WORD -> EnumWriter.className(String.valueOf(this.parameter.word()), true);
			default -> throw new IllegalArgumentException(
					"'" + this.parameter.name() + "' has a type that an action cannot send");
		};
	}

	CodeBlock text() {
		return switch (this.parameter.type()) {
			case TEXT -> CodeBlock.of("$L", this.name);
			case YESNO -> CodeBlock.of("$L ? $S : $S", this.name, "yes", "no");
			case ONOFF -> CodeBlock.of("$L ? $S : $S", this.name, "on", "off");
			case SECONDS -> CodeBlock.of("String.valueOf($L.toSeconds())", this.name);
			case MILLISECONDS -> CodeBlock.of("String.valueOf($L.toMillis())", this.name);
			case WORD -> CodeBlock.of("$L.word()", this.name);
			default -> CodeBlock.of("String.valueOf($L)", this.name);
		};
	}

	MethodSpec setter(ClassName action) {
		MethodSpec.Builder method = MethodSpec.methodBuilder(this.name).addModifiers(Modifier.PUBLIC).returns(action);
		return switch (this.parameter.type()) {
			case HEADERS -> named(method, "header of your own",
					CodeBlock.of("return new $T(withAddedHeader(name, value))", action));
			case VARIABLE -> named(method, "variable",
					CodeBlock.of("return new $T(withVariable($S, name, value))", action, this.parameter.name()));
			default -> single(method, action);
		};
	}

	private static MethodSpec named(MethodSpec.Builder method, String what, CodeBlock statement) {
		return method
			.addJavadoc("Adds a $L.\n@param name the name\n@param value the value\n@return the new action\n", what)
			.addParameter(String.class, "name")
			.addParameter(String.class, "value")
			.addStatement(statement)
			.build();
	}

	private MethodSpec single(MethodSpec.Builder method, ClassName action) {
		boolean repeated = this.parameter.repeated();
		return method
			.addJavadoc("$L the header {@code $L}.$L\n@param $L the value$L\n@return the new action\n",
					repeated ? "Adds" : "Sets", this.parameter.name(), this.parameter.note(), this.name, unit())
			.addParameter(type(), this.name)
			.addStatement("return new $T($L($S, $L))", action, repeated ? "withAddedHeader" : "withHeader",
					this.parameter.name(), text())
			.build();
	}

}
