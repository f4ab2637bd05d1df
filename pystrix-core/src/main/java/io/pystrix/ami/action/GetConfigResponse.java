package io.pystrix.ami.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiResponse;

/**
 * The answer to a {@link GetConfigAction}.
 *
 * @since 0.1.0
 */
public final class GetConfigResponse extends AmiResponse {

	private static final Pattern KEY = Pattern.compile("(Category|IsTemplate|Templates|Line)-([0-9]+)(-[0-9]+)?");

	public GetConfigResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * The categories of the file.
	 * @return the categories in the order of the file; empty if it has none
	 */
	public List<ConfigCategory> categories() {
		Map<String, ConfigCategory> categories = new LinkedHashMap<>();
		for (AmiHeader header : headers()) {
			Matcher key = KEY.matcher(header.name());
			if (key.matches()) {
				ConfigCategory category = categories.computeIfAbsent(key.group(2), (number) -> ConfigCategory.EMPTY);
				categories.put(key.group(2), category.with(key.group(1), header.value()));
			}
		}
		return List.copyOf(categories.values());
	}

	/**
	 * Finds a category.
	 * @param name the name
	 * @return the first of that name; empty if there is none
	 */
	public Optional<ConfigCategory> category(String name) {
		return categories().stream().filter((category) -> category.name().equals(name)).findFirst();
	}

}
