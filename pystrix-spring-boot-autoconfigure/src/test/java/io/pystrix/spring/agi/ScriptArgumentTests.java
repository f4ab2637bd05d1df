package io.pystrix.spring.agi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiChannel;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.AgiPlayback;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.AgiVariables;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.ami.Manager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.MethodParameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for the arguments of methods that are scripts.
 */
class ScriptArgumentTests {

	@AutoClose
	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final ScriptRegistry scripts = new ScriptRegistry();

	private final Manager manager = mock();

	private final Agi agi = mock();

	private final Scripts bean = new Scripts();

	@BeforeEach
	void start() {
		this.context.registerBean(Manager.class, () -> this.manager);
		this.context.registerBean("bean", Scripts.class, () -> this.bean);
		this.context.registerBean(ThreadResolver.class);
		this.context.registerBean(AgiScriptProcessor.class, () -> new AgiScriptProcessor(this.context.getBeanFactory(),
				this.scripts, ApplicationConversionService.getSharedInstance()));
		this.context.refresh();
	}

	@Test
	void theCallItself() throws Exception {
		AgiRequest request = run("call");
		assertThat(this.bean.arguments).containsExactly(this.agi, request, request.environment(), this.manager);
	}

	@Test
	void argumentsAreConverted() throws Exception {
		run("args", "text", "-7", "monday", "90s", "a,b");
		assertThat(this.bean.arguments).containsExactly("text", -7, DayOfWeek.MONDAY, Duration.ofSeconds(90),
				List.of("a", "b"));
	}

	@Test
	void parametersAreConverted() throws Exception {
		run("params?id=12&on=yes&many=1&many=2");
		assertThat(this.bean.arguments).containsExactly(12L, true, List.of(1, 2), Optional.of(12));
	}

	@Test
	void groupsAreConverted() throws Exception {
		run("groups/12/sales");
		assertThat(this.bean.arguments).containsExactly(12, "sales", "groups/12/sales");
	}

	@Test
	void whatIsMissingMayBeNullOrEmpty() throws Exception {
		run("optional/");
		assertThat(this.bean.arguments).containsExactly(null, null, Optional.empty(), null);
	}

	@Test
	void whatIsMissingAndNeededFailsTheScript() {
		assertThatIllegalArgumentException().isThrownBy(() -> run("args", "text"))
			.withMessageStartingWith(
					"Missing argument 1 of the call of 'args', for parameter 'number' of type int of method Scripts.args(")
			.withMessageEndingWith("of bean 'bean'")
			.isExactlyInstanceOf(AgiArgumentException.class);
		assertThatIllegalArgumentException().isThrownBy(() -> run("params"))
			.withMessageStartingWith("Missing parameter 'id' of the call");
	}

	@Test
	void whatCannotBeConvertedFailsTheScript() {
		assertThatIllegalArgumentException().isThrownBy(() -> run("args", "text", "seven"))
			.withMessageStartingWith(
					"Cannot use 'seven', the argument 1 of the call, as parameter 'number' of type int of method Scripts.args(");
	}

	@Test
	void secretThatCannotBeConvertedIsNotShown() {
		assertThatIllegalArgumentException().isThrownBy(() -> run("login?pin=12a4"))
			.withMessageStartingWith(
					"Cannot use '******', the parameter 'pin' of the call, as parameter 'pin' of type int")
			.withNoCause();
	}

	@Test
	void anEmptyTextIsNoNumber() {
		assertThatIllegalArgumentException().isThrownBy(() -> run("params?id=&on=yes"))
			.withMessageStartingWith(
					"Cannot use '', the parameter 'id' of the call, as parameter 'id' of type long of method Scripts.params(");
	}

	@Test
	void aLongValueIsCutInTheMessage() {
		assertThatIllegalArgumentException().isThrownBy(() -> run("args", "text", "7".repeat(5000)))
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(500));
	}

	@Test
	void anEmptyTextCountsAsMissingWhereThatIsProvidedFor() throws Exception {
		run("optional/?id=", "");
		assertThat(this.bean.arguments).containsExactly(null, null, Optional.empty(), null);
		run("defaults/?lang=&number=&list=&time=");
		assertThat(this.bean.arguments).containsExactly("none", Locale.GERMANY, 7, List.of(1, 2),
				Optional.of(Duration.ofSeconds(5)));
		run("args", "", "1", "MONDAY", "1s", "");
		assertThat(this.bean.arguments).containsExactly("", 1, DayOfWeek.MONDAY, Duration.ofSeconds(1), List.of());
	}

	@Test
	void whatIsMissingIsReplacedByItsDefault() throws Exception {
		run("defaults/");
		assertThat(this.bean.arguments).containsExactly("none", Locale.GERMANY, 7, List.of(1, 2),
				Optional.of(Duration.ofSeconds(5)));
		run("defaults/?lang=fr&number=8&list=3&time=9s", "given");
		assertThat(this.bean.arguments).containsExactly("given", Locale.FRENCH, 8, List.of(3),
				Optional.of(Duration.ofSeconds(9)));
	}

	@Test
	void namesAreThoseOfTheJavaParameters() throws Exception {
		given(this.agi.getVariable("variable")).willReturn(Optional.of("v"));
		run("names/g?param=p");
		assertThat(this.bean.arguments).containsExactly("g", "p", "v");
	}

	@Test
	void variablesAreReadFromTheChannel() throws Exception {
		given(this.agi.getVariable("CALLERID(num)")).willReturn(Optional.of("5550100"));
		given(this.agi.getVariable("DIALSTATUS")).willReturn(Optional.of("busy"));
		given(this.agi.getVariable("UNSET")).willReturn(Optional.empty());
		given(this.agi.getFullVariable("${EXTEN}-${CHANNEL(language)}")).willReturn(Optional.of("100-en"));
		given(this.agi.getFullVariable("$[1 + 1]")).willReturn(Optional.of("2"));
		run("variables");
		assertThat(this.bean.arguments).containsExactly(5550100L, DialStatus.BUSY, Optional.empty(), "100-en", 2);
	}

	@Test
	void aVariableThatMayHaveBeenCutIsReadInFull() throws Exception {
		given(this.agi.getVariable("LONG")).willReturn(Optional.of("x".repeat(1023)));
		given(this.agi.getFullVariable("${LONG}")).willReturn(Optional.of("x".repeat(5000)));
		run("long");
		assertThat(this.bean.arguments).containsExactly("x".repeat(5000));
		given(this.agi.getVariable("LONG")).willReturn(Optional.of("x".repeat(1022)));
		run("long");
		assertThat(this.bean.arguments).containsExactly("x".repeat(1022));
	}

	@Test
	void aMissingVariableFailsTheScript() {
		given(this.agi.getVariable("LONG")).willReturn(Optional.empty());
		assertThatIllegalArgumentException().isThrownBy(() -> run("long"))
			.withMessageStartingWith("Missing variable 'LONG' of the call of 'long', for parameter 'value'");
	}

	@Test
	void aHangupWhileAVariableIsReadIsAHangup() {
		given(this.agi.getVariable("LONG")).willThrow(new AgiHangupException("gone"));
		assertThatExceptionOfType(AgiHangupException.class).isThrownBy(() -> run("long"));
	}

	@Test
	void partsOfTheCallWillDo() throws Exception {
		run("parts");
		assertThat(this.bean.arguments).containsExactly(this.agi, this.agi, this.agi);
	}

	@Test
	void arraysAndOwnAnnotationsAreFine() throws Exception {
		run("composed?day=monday&day=friday&day=sunday", "5");
		assertThat(this.bean.arguments).containsExactly(5, DayOfWeek.MONDAY, DayOfWeek.FRIDAY, DayOfWeek.SUNDAY);
	}

	@Test
	void resolversOfTheApplicationComeFirst() throws Exception {
		run("own");
		assertThat(this.bean.arguments).containsExactly(Thread.currentThread());
	}

	private AgiRequest run(String script, String... arguments) throws Exception {
		Map<String, String> environment = new LinkedHashMap<>(Map.of("agi_network_script", script));
		for (int i = 0; i < arguments.length; i++) {
			environment.put("agi_arg_" + (i + 1), arguments[i]);
		}
		AgiRequest request = AgiRequest.of(AgiEnvironment.of(environment), null, this.scripts);
		request.script().orElseThrow().handler().handle(this.agi, request);
		return request;
	}

	static class Scripts {

		List<@Nullable Object> arguments = List.of();

		@AgiScript("call")
		void call(Agi agi, AgiRequest request, AgiEnvironment environment, Manager manager) {
			this.arguments = List.of(agi, request, environment, manager);
		}

		@AgiScript("args")
		void args(@AgiArg(0) String text, @AgiArg(1) int number, @AgiArg(2) DayOfWeek day, @AgiArg(3) Duration time,
				@AgiArg(4) List<String> list) {
			this.arguments = List.of(text, number, day, time, list);
		}

		@AgiScript("params")
		void params(@AgiParam("id") long id, @AgiParam("on") boolean on, @AgiParam("many") List<Integer> many,
				@AgiParam("id") Optional<Integer> optional) {
			this.arguments = List.of(id, on, many, optional);
		}

		@AgiScript("login")
		void login(@AgiParam("pin") int pin) {
			this.arguments = List.of(pin);
		}

		@AgiScript("groups/(\\d+)/(?<name>\\w+)")
		void groups(@AgiGroup("1") int number, @AgiGroup("name") String name, @AgiGroup("0") String all) {
			this.arguments = List.of(number, name, all);
		}

		@AgiScript("optional/(x)?")
		void optional(@AgiArg(0) @Nullable String arg, @AgiParam("id") @Nullable Integer param,
				@AgiParam("id") Optional<Duration> optional, @AgiGroup("1") @Nullable String group) {
			this.arguments = Arrays.asList(arg, param, optional, group);
		}

		@AgiScript("defaults/")
		void defaults(@AgiArg(value = 0, defaultValue = "none") String arg,
				@AgiParam(value = "lang", defaultValue = "${language:de_DE}") Locale language,
				@AgiParam(defaultValue = "7") int number, @AgiParam(defaultValue = { "1", "2" }) List<Integer> list,
				@AgiParam(defaultValue = "5s") Optional<Duration> time) {
			this.arguments = List.of(arg, language, number, list, time);
		}

		@AgiScript("names/(?<group>\\w)")
		void names(@AgiGroup String group, @AgiParam String param, @AgiVariable String variable) {
			this.arguments = List.of(group, param, variable);
		}

		@AgiScript("variables")
		void variables(@AgiVariable("CALLERID(num)") long caller, @AgiVariable("DIALSTATUS") DialStatus status,
				@AgiVariable("UNSET") Optional<String> unset,
				@AgiVariable("${EXTEN}-${CHANNEL(language)}") String expression, @AgiVariable("$[1 + 1]") int sum) {
			this.arguments = List.of(caller, status, unset, expression, sum);
		}

		@AgiScript("long")
		void longValue(@AgiVariable("LONG") String value) {
			this.arguments = List.of(value);
		}

		@AgiScript("parts")
		void parts(AgiPlayback playback, AgiVariables variables, AgiChannel channel) {
			this.arguments = List.of(playback, variables, channel);
		}

		@AgiScript("composed")
		void composed(@First int first, @AgiParam("day") DayOfWeek[] days) {
			this.arguments = List.of(first, days[0], days[1], days[2]);
		}

		@AgiScript("own")
		void own(Thread thread) {
			this.arguments = List.of(thread);
		}

	}

	enum DialStatus {

		ANSWER, BUSY

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@AgiArg(0)
	@interface First {

	}

	static class ThreadResolver implements AgiMethodArgumentResolver {

		@Override
		public boolean supports(MethodParameter parameter) {
			return parameter.getParameterType() == Thread.class;
		}

		@Override
		public Object resolve(MethodParameter parameter, Agi agi, AgiRequest request) {
			return Thread.currentThread();
		}

	}

}
