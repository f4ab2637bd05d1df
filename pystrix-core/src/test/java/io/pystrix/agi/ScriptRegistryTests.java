package io.pystrix.agi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ScriptRegistryTests {

	private static final AgiHandler ONE = (agi, request) -> {
	};

	private static final AgiHandler TWO = (agi, request) -> {
	};

	private final ScriptRegistry scripts = new ScriptRegistry();

	@Test
	void aPatternMatchesFromTheStartAndNotToTheEnd() {
		this.scripts.register("demo", ONE);
		assertThat(this.scripts.find("demo/7")).map(ScriptMatch::handler).containsSame(ONE);
		assertThat(this.scripts.find("demolition")).isPresent();
		assertThat(this.scripts.find("xdemo")).isEmpty();
	}

	@Test
	void theFirstThatMatchesWins() {
		this.scripts.register("d", ONE);
		this.scripts.register("demo", TWO);
		assertThat(this.scripts.find("demo")).map(ScriptMatch::handler).containsSame(ONE);
		assertThat(this.scripts.scripts()).extracting(RegisteredScript::name).containsExactly("d", "demo");
	}

	@Test
	void theSamePatternTwiceIsAnError() {
		this.scripts.register("demo", ONE);
		assertThatIllegalStateException().isThrownBy(() -> this.scripts.register(Pattern.compile("demo"), TWO))
			.withMessageContaining("'demo'");
		this.scripts.register(Pattern.compile("demo", Pattern.CASE_INSENSITIVE), TWO);
		assertThat(this.scripts.find("DEMO")).map(ScriptMatch::handler).containsSame(TWO);
	}

	@Test
	void replacingKeepsThePlaceAndTheName() {
		this.scripts.register("first", Pattern.compile("d"), ONE);
		this.scripts.register("demo", ONE);
		this.scripts.replace("d", TWO);
		this.scripts.replace("new", TWO);
		assertThat(this.scripts.scripts()).extracting(RegisteredScript::name).containsExactly("first", "demo", "new");
		assertThat(this.scripts.find("demo")).map(ScriptMatch::handler).containsSame(TWO);
	}

	@Test
	void theDefaultServesWhatIsLeftAndOutlivesClear() {
		this.scripts.register("demo", ONE);
		this.scripts.registerDefault(TWO);
		assertThat(this.scripts.find("other")).map(ScriptMatch::handler).containsSame(TWO);
		this.scripts.clear();
		assertThat(this.scripts.find("demo")).map(ScriptMatch::handler).containsSame(TWO);
		assertThat(this.scripts.unregisterDefault()).isTrue();
		assertThat(this.scripts.unregisterDefault()).isFalse();
		assertThat(this.scripts.find("demo")).isEmpty();
	}

	@Test
	void aPathThatChangesOverIsAlwaysServed() {
		this.scripts.registerDefault(ONE);
		AtomicBoolean over = new AtomicBoolean();
		CompletableFuture<Void> changing = CompletableFuture.runAsync(() -> {
			while (!over.get()) {
				this.scripts.register("demo", TWO);
				this.scripts.unregisterDefault();
				this.scripts.registerDefault(ONE);
				this.scripts.unregister("demo");
			}
		});
		try {
			for (int i = 0; i < 50_000; i++) {
				assertThat(this.scripts.find("demo")).isPresent();
			}
		}
		finally {
			over.set(true);
		}
		changing.join();
	}

	@Test
	void unregisteringSaysWhetherThereWasOne() {
		this.scripts.register("demo", ONE);
		assertThat(this.scripts.unregister("other")).isFalse();
		assertThat(this.scripts.unregister("demo")).isTrue();
		assertThat(this.scripts.find("demo")).isEmpty();
	}

	@Test
	void aScriptIsDescribedByItsHandler() {
		this.scripts.register("demo", ONE);
		assertThat(this.scripts.scripts()).singleElement()
			.extracting(RegisteredScript::description)
			.isEqualTo(ONE.toString());
	}

	@Test
	void aMatchOutlivesItsScript() {
		this.scripts.register("(d)emo", ONE);
		ScriptMatch match = this.scripts.find("demo").orElseThrow();
		this.scripts.clear();
		assertThat(match.handler()).isSameAs(ONE);
		assertThat(match.group(1)).isEqualTo("d");
	}

}
