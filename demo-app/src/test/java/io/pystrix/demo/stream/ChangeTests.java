package io.pystrix.demo.stream;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeTests {

	@Test
	void whatIsNewOrAnotherIsSetAndWhatIsNotThereIsGone() {
		Row same = new Row("same", 1);
		Row changed = new Row("changed", 2);
		Row added = new Row("added", 3);
		Change change = Change.between(
				Map.of("same", new Row("same", 1), "changed", new Row("changed", 1), "gone", same),
				Map.of("same", same, "changed", changed, "added", added));
		assertThat(change.set()).containsExactlyInAnyOrder(changed, added);
		assertThat(change.gone()).isEqualTo(List.of("gone"));
		assertThat(change.isEmpty()).isFalse();
	}

	@Test
	void equalRowsAreNoChange() {
		assertThat(Change.between(Map.of("same", new Row("same", 1)), Map.of("same", new Row("same", 1))).isEmpty())
			.isTrue();
	}

	private record Row(String id, int value) implements Item {

	}

}
