package io.pystrix.codegen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/**
 * Writes the accessor of an event for one header.
 */
final class AccessorWriter {

	private static final String OR_EMPTY = "; empty if it has none";

	private static final String OR_NULL = "; {@code null} if it has none";

	private static final ClassName WIRE_TEXT = ClassName.get(Codegen.AMI + ".internal", "WireText");

	private final HeaderSpec header;

	AccessorWriter(HeaderSpec header) {
		this.header = header;
	}

	MethodSpec write() {
		return switch (this.header.type()) {
			case INT -> accessor(ClassName.get(OptionalInt.class), "integer", OR_EMPTY);
			case LONG -> accessor(ClassName.get(OptionalLong.class), "longInteger", OR_EMPTY);
			case DECIMAL -> accessor(ClassName.get(OptionalDouble.class), "decimal", OR_EMPTY);
			case BOOLEAN, YESNO, ONOFF -> nullable(Boolean.class, "truth", OR_NULL);
			case SECONDS -> nullable(Duration.class, "seconds", OR_NULL);
			case MILLISECONDS -> nullable(Duration.class, "milliseconds", OR_NULL);
			case CLOCK -> nullable(Duration.class, "clock", OR_NULL);
			case EPOCH -> nullable(Instant.class, "epoch", "; {@code null} if it has none or it is 0, for never");
			case INSTANT -> nullable(Instant.class, "instant", OR_NULL);
			case WORD -> word();
			case TEXT, VARIABLE -> text();
			case HEADERS -> throw new IllegalArgumentException("An event has all headers anyway");
		};
	}

	private MethodSpec text() {
		if (this.header.repeated()) {
			return accessor(ParameterizedTypeName.get(List.class, String.class),
					undone("unescapedVariables", this.header.escaped(), read("getAll")), "s, in order");
		}
		if (this.header.required()) {
			return accessor(ClassName.get(String.class), undone("unescape", this.header.escaped(), read("required")),
					"");
		}
		CodeBlock value = undone("unescaped", this.header.escaped(), read("get"));
		return accessor(EventWriter.nullable(ClassName.get(String.class)),
				undone("known", this.header.placeholder(), value), (this.header.placeholder())
						? "; {@code null} if Asterisk does not know it or the event has none" : OR_NULL);
	}

	private static CodeBlock undone(String method, boolean isNeeded, CodeBlock value) {
		return (isNeeded) ? CodeBlock.of("$T.$L($L)", WIRE_TEXT, method, value) : value;
	}

	private MethodSpec word() {
		ClassName type = EnumWriter.className(String.valueOf(this.header.word()), false);
		return accessor(EventWriter.nullable(type), CodeBlock.of("$T.of(get($S))", type, this.header.name()), OR_NULL);
	}

	private MethodSpec nullable(Class<?> type, String reader, String absent) {
		return accessor(EventWriter.nullable(ClassName.get(type)), reader, absent);
	}

	private MethodSpec accessor(TypeName returned, String reader, String absent) {
		return accessor(returned, read(reader), absent);
	}

	private CodeBlock read(String reader) {
		return CodeBlock.of("$L($S)", reader, this.header.name());
	}

	private MethodSpec accessor(TypeName returned, CodeBlock value, String absent) {
		return MethodSpec.methodBuilder(this.header.accessor())
			.addModifiers(Modifier.PUBLIC)
			.returns(returned)
			.addJavadoc("The header {@code $L}.$L\n@return its value$L\n", this.header.name(), this.header.note(),
					absent)
			.addStatement("return $L", value)
			.build();
	}

}
