package io.pystrix.agi.prompt;

import java.time.Duration;
import java.util.function.UnaryOperator;

import io.pystrix.agi.AgiHandler;
import io.pystrix.test.agi.AgiCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(60)
class MenuTests {

	private static final Prompt<String> HURRIED = Prompt.of(Announcement.of("menu"))
		.firstDigitTimeout(Duration.ofMillis(40))
		.interDigitTimeout(Duration.ofMillis(40));

	private final Menu menu = Menu.of(HURRIED)
		.route("1", choice("sales"))
		.route("2", Menu.of(Announcement.of("submenu")).route("1", choice("hardware")).route("#", choice("back")))
		.otherwise(choice("operator"));

	@Test
	void aKeyLeadsToItsScript() {
		assertThat(chosen(this.menu, (caller) -> caller.pressDuring("menu", "1"))).isEqualTo("sales");
	}

	@Test
	void aChoiceMayBeAMenu() {
		assertThat(chosen(this.menu, (caller) -> caller.pressDuring("menu", "2").pressDuring("submenu", "1")))
			.isEqualTo("hardware");
		assertThat(chosen(this.menu, (caller) -> caller.pressDuring("menu", "2").pressDuring("submenu", "#")))
			.isEqualTo("back");
	}

	@Test
	void noChoiceLeadsElsewhere() {
		assertThat(chosen(this.menu, UnaryOperator.identity())).isEqualTo("operator");
		assertThat(chosen(Menu.of(HURRIED.attempts(1)).route("1", choice("sales")), UnaryOperator.identity())).isNull();
	}

	@Test
	void aWrongKeyIsAskedAgain() {
		assertThat(chosen(this.menu, (caller) -> caller.pressDuring("menu", "7").pressDuring("menu", "1")))
			.isEqualTo("sales");
	}

	@Test
	void choicesMayHaveSeveralKeys() {
		Menu extensions = Menu.of(HURRIED).route("1", choice("one")).route("123", choice("direct"));
		assertThat(chosen(extensions, (caller) -> caller.pressDuring("menu", "123"))).isEqualTo("direct");
		assertThat(chosen(extensions, (caller) -> caller.pressDuring("menu", "1#"))).isEqualTo("one");
	}

	@Test
	void keysThatAreTakenOrNoneAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.menu.route("1", choice("again")))
			.withMessageContaining("'1'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.menu.route("", choice("nothing")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.menu.route("x", choice("letter")));
	}

	private static AgiHandler choice(String name) {
		return (agi, request) -> agi.setVariable("CHOICE", name);
	}

	private static String chosen(Menu menu, UnaryOperator<AgiCaller> caller) {
		return ScriptCall.run(caller, menu).variable("CHOICE");
	}

}
