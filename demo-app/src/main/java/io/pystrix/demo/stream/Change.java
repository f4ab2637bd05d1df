package io.pystrix.demo.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What has become of a section.
 *
 * @param set what is new or another than before
 * @param gone the ids of what is not there any more
 */
record Change(List<Item> set, List<String> gone) {

	static Change between(Map<String, Item> before, Map<String, Item> after) {
		List<Item> set = new ArrayList<>();
		after.forEach((id, item) -> {
			if (!item.equals(before.get(id))) {
				set.add(item);
			}
		});
		List<String> gone = before.keySet().stream().filter((id) -> !after.containsKey(id)).toList();
		return new Change(set, gone);
	}

	boolean isEmpty() {
		return this.set.isEmpty() && this.gone.isEmpty();
	}

}
