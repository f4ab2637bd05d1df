package io.pystrix.ami.action;

import java.util.List;

import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiResponse;

/**
 * The answer to a {@link ListCategoriesAction}.
 *
 * @since 0.1.0
 */
public final class ListCategoriesResponse extends AmiResponse {

	public ListCategoriesResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * The names of the categories.
	 * @return the names in the order of the file; empty if it has none
	 */
	public List<String> categories() {
		return headers().toList()
			.stream()
			.filter((header) -> header.name().startsWith("Category-"))
			.map(AmiHeader::value)
			.toList();
	}

}
