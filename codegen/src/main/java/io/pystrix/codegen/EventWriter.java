package io.pystrix.codegen;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

/**
 * Writes the class of an event: a view with an accessor for each header.
 */
final class EventWriter {

	private static final ClassName HEADERS = ClassName.get(Codegen.AMI, "AmiHeaders");

	private static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

	private static final ClassName SNAPSHOT = ClassName.get(Codegen.EVENTS, "ChannelSnapshot");

	/** The prefix that stands for a channel without one that may be absent. */
	private static final String OPTIONAL = "?";

	private static final List<Schema.Field> SNAPSHOT_HEADERS = List.of(text("Channel", true),
			new Schema.Field("ChannelState", Schema.Type.INT, false, false), text("ChannelStateDesc", false),
			text("CallerIDNum", false), text("CallerIDName", false), text("ConnectedLineNum", false),
			text("ConnectedLineName", false), text("Language", false), text("AccountCode", false),
			text("Context", false), text("Exten", false), text("Priority", false), text("Uniqueid", true),
			text("Linkedid", false));

	private final Schema.Event event;

	EventWriter(Schema.Event event) {
		this.event = event;
	}

	private static Schema.Field text(String name, boolean required) {
		return new Schema.Field(name, Schema.Type.TEXT, required, false);
	}

	static ClassName className(String event) {
		return ClassName.get(Codegen.EVENTS, JavaNames.type(event, "Event"));
	}

	TypeSpec write() {
		TypeSpec.Builder type = TypeSpec.classBuilder(className(this.event.name()))
			.addModifiers(Modifier.PUBLIC, Modifier.FINAL)
			.superclass(ClassName.get(Codegen.AMI, "AmiEvent"))
			.addJavadoc("$L\n<p>\nAsterisk $L.\n\n@see <a href=\"$L\">$L</a>\n", this.event.summary(),
					this.event.releases(), link(), this.event.name())
			.addMethod(MethodSpec.constructorBuilder()
				.addModifiers(Modifier.PUBLIC)
				.addJavadoc("Creates the event as a view.\n@param headers the headers of the message\n")
				.addParameter(HEADERS, "headers")
				.addStatement("super(headers)")
				.build());
		this.event.channels().forEach((prefix) -> addChannel(type, prefix));
		this.event.headers().forEach((header) -> type.addMethod(accessor(header)));
		return type.build();
	}

	private static void addChannel(TypeSpec.Builder type, String prefix) {
		if (!prefix.isEmpty() && !prefix.equals(OPTIONAL)) {
			type.addMethod(namedSnapshot(prefix));
			return;
		}
		for (Schema.Field header : SNAPSHOT_HEADERS) {
			boolean required = header.required() && prefix.isEmpty();
			type.addMethod(accessor(new Schema.Field(header.name(), header.type(), required, false)));
		}
		type.addMethod(snapshot());
	}

	private String link() {
		return "https://docs.asterisk.org/Latest_API/API_Documentation/AMI_Events/" + this.event.name();
	}

	private static MethodSpec snapshot() {
		return MethodSpec.methodBuilder("snapshot")
			.addModifiers(Modifier.PUBLIC)
			.returns(SNAPSHOT)
			.addJavadoc("The channel's state at the moment of the event.\n@return a view over the event\n")
			.addStatement("return new $T(headers(), $S)", SNAPSHOT, "")
			.build();
	}

	private static MethodSpec namedSnapshot(String prefix) {
		return MethodSpec.methodBuilder(JavaNames.accessor(prefix))
			.addModifiers(Modifier.PUBLIC)
			.returns(nullable(SNAPSHOT))
			.addJavadoc("The state of the {@code $L} channel at the moment of the event.\n"
					+ "@return a view over the event; {@code null} if the event has no such channel\n", prefix)
			.addStatement("return (headers().contains($S)) ? new $T(headers(), $S) : null", prefix + "Channel",
					SNAPSHOT, prefix)
			.build();
	}

	private static MethodSpec accessor(Schema.Field header) {
		CodeBlock value;
		TypeName returned;
		String absent;
		switch (header.type()) {
			case INT -> {
				value = CodeBlock.of("integer($S)", header.name());
				returned = ClassName.get(OptionalInt.class);
				absent = "; empty if it has none";
			}
			case LONG -> {
				value = CodeBlock.of("longInteger($S)", header.name());
				returned = ClassName.get(OptionalLong.class);
				absent = "; empty if it has none";
			}
			case BOOLEAN -> {
				value = CodeBlock.of("truth($S)", header.name());
				returned = nullable(ClassName.get(Boolean.class));
				absent = "; {@code null} if it has none";
			}
			default -> {
				if (header.repeated()) {
					value = CodeBlock.of("getAll($S)", header.name());
					returned = ParameterizedTypeName.get(List.class, String.class);
					absent = "s, in order";
				}
				else {
					value = CodeBlock.of((header.required()) ? "required($S)" : "get($S)", header.name());
					returned = (header.required()) ? ClassName.get(String.class)
							: nullable(ClassName.get(String.class));
					absent = (header.required()) ? "" : "; {@code null} if it has none";
				}
			}
		}
		return MethodSpec.methodBuilder(JavaNames.accessor(header.name()))
			.addModifiers(Modifier.PUBLIC)
			.returns(returned)
			.addJavadoc("The header {@code $L}.\n@return its value$L\n", header.name(), absent)
			.addStatement("return $L", value)
			.build();
	}

	private static TypeName nullable(ClassName type) {
		return type.annotated(AnnotationSpec.builder(NULLABLE).build());
	}

}
