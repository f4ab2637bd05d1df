package io.pystrix.spring.agi;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiRequest;
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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
			.withMessageStartingWith("Missing argument 1 of the call of 'args', for parameter 1 of")
			.withMessageContaining("Scripts.args(");
		assertThatIllegalArgumentException().isThrownBy(() -> run("params"))
			.withMessageStartingWith("Missing parameter 'id' of the call");
	}

	@Test
	void whatCannotBeConvertedFailsTheScript() {
		assertThatIllegalArgumentException().isThrownBy(() -> run("args", "text", "seven"))
			.withMessageStartingWith("Cannot use 'seven', the argument 1 of the call, as parameter 1 of");
	}

	@Test
	void anEmptyTextIsNoNumber() {
		assertThatIllegalArgumentException().isThrownBy(() -> run("params?id=&on=yes"))
			.withMessageStartingWith("Cannot use '', the parameter 'id' of the call, as parameter 0 of");
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

		@AgiScript("groups/(\\d+)/(?<name>\\w+)")
		void groups(@AgiGroup("1") int number, @AgiGroup("name") String name, @AgiGroup("0") String all) {
			this.arguments = List.of(number, name, all);
		}

		@AgiScript("optional/(x)?")
		void optional(@AgiArg(0) @Nullable String arg, @AgiParam("id") @Nullable Integer param,
				@AgiParam("id") Optional<Duration> optional, @AgiGroup("1") @Nullable String group) {
			this.arguments = Arrays.asList(arg, param, optional, group);
		}

		@AgiScript("own")
		void own(Thread thread) {
			this.arguments = List.of(thread);
		}

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
