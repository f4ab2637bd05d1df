package io.pystrix.codegen;

import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

/**
 * Writes the class of an event: a view with an accessor for each header. An event that
 * always has a channel inherits the accessors of that.
 */
final class EventWriter {

	private static final ClassName HEADERS = ClassName.get(Codegen.MESSAGES, "AmiHeaders");

	private static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

	private static final ClassName CHANNEL = ClassName.get(Codegen.EVENTS, "ChannelSnapshot");

	private static final ClassName BRIDGE = ClassName.get(Codegen.EVENTS, "BridgeSnapshot");

	/** The prefix that stands for one without a prefix that may be absent. */
	private static final String OPTIONAL = "?";

	/** As main/manager_channels.c writes them, where escaping began with 13.5. */
	private static final List<HeaderSpec> CHANNEL_HEADERS = headers("Channel: text", "ChannelState: ChannelState",
			"ChannelStateDesc: text", "CallerIDNum: text placeholder", "CallerIDName: text escaped placeholder",
			"ConnectedLineNum: text placeholder", "ConnectedLineName: text escaped placeholder", "Language: text",
			"AccountCode: text", "Context: text", "Exten: text", "Priority: text", "Uniqueid: text", "Linkedid: text",
			"Tenantid: text since 22", "ChanVariable: variable escaped");

	/** As main/manager_bridges.c writes them. */
	private static final List<HeaderSpec> BRIDGE_HEADERS = headers("BridgeUniqueid: text", "BridgeType: text",
			"BridgeTechnology: text", "BridgeCreator: text placeholder", "BridgeName: text placeholder",
			"BridgeNumChannels: int", "BridgeVideoSourceMode: text", "BridgeVideoSource: text");

	private final EventSpec event;

	EventWriter(EventSpec event) {
		this.event = event;
	}

	private static List<HeaderSpec> headers(String... lines) {
		return List.of(lines).stream().map((line) -> {
			String[] parts = line.split(": ", 2);
			return HeaderSpec.of("snapshot", parts[0], parts[1]);
		}).toList();
	}

	static ClassName className(String event) {
		return ClassName.get(Codegen.EVENTS, JavaNames.type(event, "Event"));
	}

	TypeSpec write() {
		boolean ofChannel = this.event.channels().contains("");
		ClassName parent = (ofChannel) ? ClassName.get(Codegen.EVENTS, "ChannelEvent")
				: ClassName.get(Codegen.MESSAGES, "AmiEvent");
		TypeSpec.Builder type = TypeSpec.classBuilder(className(this.event.name()))
			.addModifiers(Modifier.PUBLIC, Modifier.FINAL)
			.superclass(parent)
			.addJavadoc("$L\n<p>\nAsterisk $L.\n\n@since 0.1.0\n@see <a href=\"$L\">$L</a>\n", this.event.summary(),
					this.event.releases(), link(), this.event.name())
			.addMethod(MethodSpec.constructorBuilder()
				.addModifiers(Modifier.PUBLIC)
				.addJavadoc("Creates the event as a view.\n@param headers the headers of the message\n")
				.addParameter(HEADERS, "headers")
				.addStatement("super(headers)")
				.build());
		this.event.channels().forEach((prefix) -> addChannel(type, prefix));
		this.event.bridges().forEach((prefix) -> addBridge(type, prefix));
		this.event.headers().forEach((header) -> type.addMethod(new AccessorWriter(header).write()));
		return type.build();
	}

	private String link() {
		return "https://docs.asterisk.org/Latest_API/API_Documentation/AMI_Events/" + this.event.name();
	}

	private static void addChannel(TypeSpec.Builder type, String prefix) {
		if (prefix.equals(OPTIONAL)) {
			CHANNEL_HEADERS.forEach((header) -> type.addMethod(new AccessorWriter(header).write()));
			type.addMethod(snapshot("snapshot", CHANNEL, "", "Channel", "channel"));
		}
		else if (!prefix.isEmpty()) {
			type.addMethod(snapshot(JavaNames.accessor(prefix), CHANNEL, prefix, prefix + "Channel",
					"{@code " + prefix + "} channel"));
		}
	}

	private static void addBridge(TypeSpec.Builder type, String prefix) {
		if (prefix.isEmpty()) {
			BRIDGE_HEADERS.forEach((header) -> type.addMethod(new AccessorWriter(header).write()));
		}
		String name = (prefix.isEmpty()) ? "bridge" : JavaNames.accessor(prefix) + "Bridge";
		type.addMethod(snapshot(name, BRIDGE, prefix, prefix + "BridgeUniqueid",
				(prefix.isEmpty()) ? "bridge" : "{@code " + prefix + "} bridge"));
	}

	private static MethodSpec snapshot(String name, ClassName type, String prefix, String header, String what) {
		return MethodSpec.methodBuilder(name)
			.addModifiers(Modifier.PUBLIC)
			.returns(nullable(type))
			.addJavadoc("The state of the $L at the moment of the event.\n"
					+ "@return a view over the event; {@code null} if the event has none\n", what)
			.addStatement("return (headers().contains($S)) ? new $T(headers(), $S) : null", header, type, prefix)
			.build();
	}

	static TypeName nullable(ClassName type) {
		return type.annotated(AnnotationSpec.builder(NULLABLE).build());
	}

}
