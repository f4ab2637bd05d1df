package io.pystrix.codegen;

import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;

/**
 * Writes the catalog that tells the core which class views which event.
 */
final class CatalogWriter {

	private static final ClassName EVENT_TYPE = ClassName.get(Codegen.MESSAGES, "AmiEventType");

	private static final ClassName EVENT = ClassName.get(Codegen.MESSAGES, "AmiEvent");

	private static final ClassName HEADERS = ClassName.get(Codegen.MESSAGES, "AmiHeaders");

	private final List<EventSpec> events;

	CatalogWriter(List<EventSpec> events) {
		this.events = events;
	}

	/**
	 * One class makes all events, by a number. A method reference for each of them would
	 * be a class of its own, made when the first manager starts: that takes a tenth of a
	 * second, and the reader then calls hundreds of methods where it can call one.
	 */
	TypeSpec write() {
		TypeName anyType = ParameterizedTypeName.get(EVENT_TYPE, WildcardTypeName.subtypeOf(Object.class));
		List<CodeBlock> types = new ArrayList<>();
		CodeBlock.Builder cases = CodeBlock.builder();
		for (EventSpec event : this.events) {
			ClassName type = EventWriter.className(event.name());
			cases.add("case $L -> new $T(headers);\n", types.size(), type);
			types.add(CodeBlock.of("type($S, $T.class, $L)", event.name(), type, types.size()));
		}
		return TypeSpec.classBuilder("StandardEvents")
			.addModifiers(Modifier.PUBLIC, Modifier.FINAL)
			.addSuperinterface(ClassName.get(Codegen.MESSAGES, "AmiEventCatalog"))
			.addJavadoc("Asterisk's own events.\n\n@since 0.1.0\n")
			.addMethod(MethodSpec.methodBuilder("types")
				.addAnnotation(Override.class)
				.addModifiers(Modifier.PUBLIC)
				.returns(ParameterizedTypeName.get(ClassName.get(List.class), anyType))
				.addStatement("return $T.of(\n$L)", List.class, CodeBlock.join(types, ",\n"))
				.build())
			.addMethod(type())
			.addMethod(MethodSpec.methodBuilder("create")
				.addModifiers(Modifier.PRIVATE, Modifier.STATIC)
				.addParameter(int.class, "number")
				.addParameter(HEADERS, "headers")
				.returns(EVENT)
				.addStatement("return switch (number) {\n$>$Ldefault -> throw new $T();\n$<}", cases.build(),
						IllegalArgumentException.class)
				.build())
			.build();
	}

	private static MethodSpec type() {
		TypeVariableName type = TypeVariableName.get("E", EVENT);
		return MethodSpec.methodBuilder("type")
			.addModifiers(Modifier.PRIVATE, Modifier.STATIC)
			.addTypeVariable(type)
			.addParameter(String.class, "name")
			.addParameter(ParameterizedTypeName.get(ClassName.get(Class.class), type), "type")
			.addParameter(int.class, "number")
			.returns(ParameterizedTypeName.get(EVENT_TYPE, type))
			.addStatement("return new $T<>(name, type, (headers) -> type.cast(create(number, headers)))", EVENT_TYPE)
			.build();
	}

}
