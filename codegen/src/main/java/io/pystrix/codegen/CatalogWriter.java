package io.pystrix.codegen;

import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;

/**
 * Writes the catalog that tells the core which class views which event.
 */
final class CatalogWriter {

	private static final ClassName EVENT_TYPE = ClassName.get(Codegen.AMI, "AmiEventType");

	private final List<EventSpec> events;

	CatalogWriter(List<EventSpec> events) {
		this.events = events;
	}

	TypeSpec write() {
		TypeName anyType = ParameterizedTypeName.get(EVENT_TYPE, WildcardTypeName.subtypeOf(Object.class));
		CodeBlock types = this.events.stream().map((event) -> {
			ClassName type = EventWriter.className(event.name());
			return CodeBlock.of("new $T<>($S, $T.class, $T::new)", EVENT_TYPE, event.name(), type, type);
		}).collect(CodeBlock.joining(",\n", "", ""));
		return TypeSpec.classBuilder("StandardEvents")
			.addModifiers(Modifier.PUBLIC, Modifier.FINAL)
			.addSuperinterface(ClassName.get(Codegen.AMI, "AmiEventCatalog"))
			.addJavadoc("Asterisk's own events.\n")
			.addMethod(MethodSpec.methodBuilder("types")
				.addAnnotation(Override.class)
				.addModifiers(Modifier.PUBLIC)
				.returns(ParameterizedTypeName.get(ClassName.get(List.class), anyType))
				.addStatement("return $T.of(\n$L)", List.class, types)
				.build())
			.build();
	}

}
