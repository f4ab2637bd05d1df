package io.pystrix.agi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How Asterisk sends the environment of a call: {@code launch_netscript()} and
 * {@code setup_env()} in res/res_agi.c, the same in all tags of 13 to 23, in
 * certified/13.1 to certified-22.8 and in master. Each line is a {@code printf()} of the
 * value as it is.
 */
public final class SetupEnv {

	/** What starts a session. */
	public enum Kind {

		FASTAGI, PROCESS, ASYNC

	}

	/** What a caller or a dialplan can put text into, beside address and arguments. */
	public static final List<String> INFLUENCED = List.of("agi_channel", "agi_language", "agi_callerid",
			"agi_calleridname", "agi_dnid", "agi_rdnis", "agi_context", "agi_extension", "agi_accountcode");

	private final Kind kind;

	private final Map<String, String> values = new LinkedHashMap<>();

	private final List<String> args = new ArrayList<>();

	private @Nullable String address;

	/**
	 * Creates the environment of a plain call.
	 * @param kind what starts the session
	 * @param address what FastAGI calls, behind the host; {@code null} for only a host
	 */
	public SetupEnv(Kind kind, @Nullable String address) {
		this.kind = kind;
		this.address = address;
		this.values.put("agi_request", "");
		this.values.put("agi_channel", "PJSIP/alice-00000001");
		this.values.put("agi_language", "en");
		this.values.put("agi_type", "PJSIP");
		this.values.put("agi_uniqueid", "1795227302.97");
		this.values.put("agi_version", "16.28.0~dfsg-0+deb11u4");
		this.values.put("agi_callerid", "100");
		this.values.put("agi_calleridname", "Alice");
		this.values.put("agi_callingpres", "0");
		this.values.put("agi_callingani2", "0");
		this.values.put("agi_callington", "0");
		this.values.put("agi_callingtns", "0");
		this.values.put("agi_dnid", "unknown");
		this.values.put("agi_rdnis", "unknown");
		this.values.put("agi_context", "default");
		this.values.put("agi_extension", "200");
		this.values.put("agi_priority", "2");
		this.values.put("agi_enhanced", "0.0");
		this.values.put("agi_accountcode", "");
		this.values.put("agi_threadid", "140640682321600");
	}

	public SetupEnv with(String name, String value) {
		this.values.put(name, value);
		return this;
	}

	public SetupEnv address(String address) {
		this.address = address;
		return this;
	}

	public SetupEnv args(List<String> args) {
		this.args.clear();
		this.args.addAll(args);
		return this;
	}

	/** What Asterisk sends before it reads the first command. */
	public String text() {
		this.values.put("agi_request", switch (this.kind) {
			case FASTAGI -> "agi://127.0.0.1" + ((this.address != null) ? "/" + this.address : "");
			case PROCESS -> "script.sh";
			case ASYNC -> "async";
		});
		StringBuilder text = new StringBuilder();
		if (this.kind == Kind.FASTAGI) {
			text.append("agi_network: yes\n");
			if (this.address != null && !this.address.isEmpty()) {
				text.append("agi_network_script: ").append(this.address).append('\n');
			}
		}
		this.values.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
		for (int i = 0; i < this.args.size(); i++) {
			text.append("agi_arg_").append(i + 1).append(": ").append(this.args.get(i)).append('\n');
		}
		return text.append('\n').toString();
	}

}
