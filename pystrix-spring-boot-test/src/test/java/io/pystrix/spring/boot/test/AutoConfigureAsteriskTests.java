package io.pystrix.spring.boot.test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.Socket;
import java.util.Map;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.AmiEndpoint;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.CoreSettingsAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.PingAction;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.release.AsteriskRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AutoConfigureAsterisk}: what happens before, between and after the
 * tests that have it.
 */
@Timeout(120)
class AutoConfigureAsteriskTests {

	@Test
	void testClassesShareOneContextAndItsSimulator() throws Exception {
		TestContextManager one = begin(One.class);
		TestContextManager same = begin(SameAsOne.class);
		assertThat(context(same)).isSameAs(context(one));
		assertThat(simulator(same)).isSameAs(simulator(one));
	}

	@Test
	void anotherDialplanIsAnotherContextBesideTheFirst() throws Exception {
		ApplicationContext one = context(begin(One.class));
		ApplicationContext other = context(begin(Other.class));
		assertThat(other).isNotSameAs(one);
		for (ApplicationContext context : new ApplicationContext[] { one, other }) {
			AmiEndpoint endpoint = context.getBean(Manager.class).status().endpoint();
			assertThat(endpoint).isNotNull();
			assertThat(endpoint.port()).isEqualTo(context.getBean(AsteriskSimulator.class).ami().port());
		}
		assertThat(one.getBean(FastAgiServer.class).localPort())
			.isNotEqualTo(other.getBean(FastAgiServer.class).localPort());
	}

	@Test
	void theSimulatorPlaysTheReleaseThatTheTestNames() throws Exception {
		TestContextManager tests = begin(Old.class);
		assertThat(simulator(tests).ami().release()).isEqualTo(AsteriskRelease.V16);
		assertThat(context(tests).getBean(Manager.class).sendAction(new CoreSettingsAction()).get("AsteriskVersion"))
			.isEqualTo("16.28.0");
	}

	@Test
	void aTestFindsNothingOfTheOneBefore() throws Exception {
		TestContextManager tests = begin(One.class);
		AsteriskSimulator asterisk = simulator(tests);
		Manager manager = context(tests).getBean(Manager.class);
		manager.originate(new OriginateAction("Local/wait@default").application("Echo", ""));
		await().until(() -> !asterisk.calls().isEmpty());
		asterisk.ami().on("Ping", (request) -> AmiAnswer.error("Not today"));
		assertThat(manager.exchange(new PingAction()).isSuccess()).isFalse();
		tests.afterTestMethod(instance(tests), method(One.class), null);
		assertThat(asterisk.calls()).isEmpty();
		assertThat(asterisk.ami().requests()).isEmpty();
		assertThat(manager.exchange(new PingAction()).isSuccess()).isTrue();
	}

	@Test
	void aTestThatBreaksTheConnectionLeavesTheNextOneAGoodOne() throws Exception {
		TestContextManager tests = begin(One.class);
		Manager manager = context(tests).getBean(Manager.class);
		simulator(tests).ami().stop();
		await().until(() -> !manager.isConnected());
		tests.afterTestMethod(instance(tests), method(One.class), null);
		tests.beforeTestMethod(instance(tests), method(One.class));
		assertThat(manager.isConnected()).isTrue();
	}

	@Test
	void aTestThatDisconnectsLeavesTheNextOneConnected() throws Exception {
		TestContextManager tests = begin(One.class);
		Manager manager = context(tests).getBean(Manager.class);
		manager.disconnect();
		tests.afterTestMethod(instance(tests), method(One.class), null);
		tests.beforeTestMethod(instance(tests), method(One.class));
		assertThat(manager.isConnected()).isTrue();
	}

	@Test
	void theSimulatorIsClosedWithItsContext() throws Exception {
		TestContextManager tests = begin(Closed.class);
		int port = simulator(tests).ami().port();
		tests.getTestContext().markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Socket("127.0.0.1", port).close());
	}

	@Test
	void eachServerHasASimulatorOfItsOwn() throws Exception {
		ApplicationContext context = context(begin(Servers.class));
		Map<String, AsteriskSimulator> simulators = context.getBeansOfType(AsteriskSimulator.class);
		assertThat(simulators).containsOnlyKeys("berlinSimulator", "parisSimulator");
		assertThat(context.getBean(AsteriskSimulator.class)).as("primary").isSameAs(simulators.get("parisSimulator"));
		context.getBean(AmiServers.class).manager("berlin").sendAction(new PingAction());
		assertThat(simulators.get("berlinSimulator").ami().requests("Ping")).hasSize(1);
		assertThat(simulators.get("parisSimulator").ami().requests("Ping")).isEmpty();
		ServersClient client = context.getAutowireCapableBeanFactory().createBean(ServersClient.class);
		assertThat(client.berlin).isSameAs(simulators.get("berlinSimulator"));
	}

	@Test
	void anApplicationWithoutManagerHasScripts() throws Exception {
		ApplicationContext context = context(begin(ScriptsAlone.class));
		assertThat(context.getBeansOfType(Manager.class)).isEmpty();
		assertThat(context.getBean(AgiCaller.class)).isNotNull();
	}

	@Test
	void anApplicationWithoutScriptsHasAManager() throws Exception {
		assertThat(context(begin(ManagerAlone.class)).getBean(Manager.class).isConnected()).isTrue();
	}

	@Test
	void testsWithoutTheAnnotationAreLeftAlone() throws Exception {
		ApplicationContext context = context(begin(Plain.class));
		assertThat(context.getBeansOfType(AsteriskSimulator.class)).isEmpty();
		assertThat(context.getBeansOfType(AgiCaller.class)).isEmpty();
	}

	@Test
	void anExtensionWithoutAScriptFailsTheStart() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AsteriskTestAutoConfiguration.class))
			.withPropertyValues("asterisk.test.extensions[0]=100")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseMessage(
						"An extension of @AutoConfigureAsterisk is not of the form 'extension=script': '100'"));
	}

	private static TestContextManager begin(Class<?> testClass) throws Exception {
		TestContextManager tests = new TestContextManager(testClass);
		tests.beforeTestClass();
		tests.prepareTestInstance(instance(tests));
		tests.beforeTestMethod(instance(tests), method(testClass));
		return tests;
	}

	private static Object instance(TestContextManager tests) throws Exception {
		return tests.getTestContext().getTestClass().getDeclaredConstructor().newInstance();
	}

	private static Method method(Class<?> testClass) throws Exception {
		return testClass.getMethod("toString");
	}

	private static ApplicationContext context(TestContextManager tests) {
		return tests.getTestContext().getApplicationContext();
	}

	private static AsteriskSimulator simulator(TestContextManager tests) {
		return context(tests).getBean(AsteriskSimulator.class);
	}

	@SpringBootTest(classes = IvrApplication.class)
	@AutoConfigureAsterisk(extensions = "100=menu")
	static class One {

	}

	@SpringBootTest(classes = IvrApplication.class)
	@AutoConfigureAsterisk(extensions = "100=menu")
	static class SameAsOne {

	}

	@SpringBootTest(classes = IvrApplication.class)
	@AutoConfigureAsterisk
	static class Other {

	}

	@SpringBootTest(classes = IvrApplication.class)
	@AutoConfigureAsterisk(release = "16")
	static class Old {

	}

	@SpringBootTest(classes = IvrApplication.class)
	@AutoConfigureAsterisk(extensions = "closed=menu")
	static class Closed {

	}

	@SpringBootTest(classes = IvrApplication.class,
			properties = { "asterisk.ami.servers.berlin.host=berlin.invalid",
					"asterisk.ami.servers.paris.host=paris.invalid", "asterisk.ami.primary=paris" })
	@AutoConfigureAsterisk
	static class Servers {

	}

	@SpringBootTest(classes = IvrApplication.class, properties = "asterisk.ami.enabled=false")
	@AutoConfigureAsterisk
	static class ScriptsAlone {

	}

	@SpringBootTest(classes = IvrApplication.class, properties = "asterisk.fastagi.enabled=false")
	@AutoConfigureAsterisk
	static class ManagerAlone {

	}

	@SpringBootTest(classes = IvrApplication.class, properties = "asterisk.fastagi.port=0")
	static class Plain {

	}

	static class ServersClient {

		private final AsteriskSimulator berlin;

		ServersClient(@Qualifier("berlin") AsteriskSimulator berlin) {
			this.berlin = berlin;
		}

	}

}
