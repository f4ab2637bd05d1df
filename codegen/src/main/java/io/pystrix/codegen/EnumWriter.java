package io.pystrix.codegen;

import java.util.List;
import java.util.stream.Collectors;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;

/**
 * Writes an enumeration. One that is received has a constant for words that the schema
 * does not know: a release may bring some, and the header still tells them.
 */
final class EnumWriter {

	private static final ClassName STRING = ClassName.get(String.class);

	private final EnumSpec spec;

	private final ClassName type;

	EnumWriter(EnumSpec spec) {
		this.spec = spec;
		this.type = className(spec.name(), spec.sent());
	}

	static ClassName className(String name, boolean sent) {
		return ClassName.get(sent ? Codegen.ACTIONS : Codegen.EVENTS, name);
	}

	TypeSpec write() {
		TypeSpec.Builder builder = TypeSpec.enumBuilder(this.type)
			.addModifiers(Modifier.PUBLIC)
			.addJavadoc("$L\n\n@since 0.1.0\n", this.spec.summary());
		this.spec.constants().forEach((constant) -> addConstant(builder, constant));
		if (this.spec.sent()) {
			return builder.addField(STRING, "word", Modifier.PRIVATE, Modifier.FINAL)
				.addMethod(MethodSpec.constructorBuilder()
					.addParameter(STRING, "word")
					.addStatement("this.word = word")
					.build())
				.addMethod(word())
				.build();
		}
		if (this.spec.constants().stream().noneMatch((constant) -> constant.name().equals("UNKNOWN"))) {
			builder.addEnumConstant("UNKNOWN",
					TypeSpec.anonymousClassBuilder("")
						.addJavadoc("A word that this library does not know; the header itself tells it.\n")
						.build());
		}
		return builder.addField(words())
			.addMethod(MethodSpec.constructorBuilder()
				.addParameter(String[].class, "words")
				.varargs()
				.addStatement("this.words = $T.of(words)", List.class)
				.build())
			.addMethod(of())
			.build();
	}

	private static FieldSpec words() {
		return FieldSpec
			.builder(ParameterizedTypeName.get(List.class, String.class), "words", Modifier.PRIVATE, Modifier.FINAL)
			.build();
	}

	private static void addConstant(TypeSpec.Builder builder, EnumSpec.Constant constant) {
		CodeBlock words = constant.words()
			.stream()
			.map((word) -> CodeBlock.of("$S", word))
			.collect(CodeBlock.joining(", "));
		String spellings = constant.words()
			.stream()
			.map((word) -> "{@code " + word + "}")
			.collect(Collectors.joining(" or "));
		builder.addEnumConstant(constant.name(),
				TypeSpec.anonymousClassBuilder(words).addJavadoc("$L.\n", spellings).build());
	}

	private static MethodSpec word() {
		return MethodSpec.methodBuilder("word")
			.addModifiers(Modifier.PUBLIC)
			.returns(String.class)
			.addJavadoc("What is sent.\n@return the word\n")
			.addStatement("return this.word")
			.build();
	}

	private MethodSpec of() {
		return MethodSpec.methodBuilder("of")
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
			.returns(EventWriter.nullable(this.type))
			.addParameter(EventWriter.nullable(STRING), "word")
			.addJavadoc("Finds a constant.\n@param word the word in any case; may be {@code null}\n"
					+ "@return the constant, {@link #UNKNOWN} for any other word; {@code null} for none\n")
			.beginControlFlow("if (word == null)")
			.addStatement("return null")
			.endControlFlow()
			.beginControlFlow("for ($T constant : values())", this.type)
			.beginControlFlow("if (constant.words.stream().anyMatch(word::equalsIgnoreCase))")
			.addStatement("return constant")
			.endControlFlow()
			.endControlFlow()
			.addStatement("return UNKNOWN")
			.build();
	}

}
