package io.pystrix.spring.ami;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.Manager;
import io.pystrix.ami.OverflowPolicy;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AmiListenerRegistry} and {@link AmiServers}.
 */
@Timeout(120)
class AmiListenerRegistryTests {

	@AutoClose
	private final AmiSimulator berlin = AmiSimulator.builder().account("admin", "secret").build().start();

	@AutoClose
	private final AmiSimulator paris = AmiSimulator.builder().account("admin", "secret").build().start();

	private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

	private final AmiServers servers = new AmiServers(this.beans);

	private final List<Object> published = new CopyOnWriteArrayList<>();

	private final List<String> intercepted = new CopyOnWriteArrayList<>();

	private final AmiListenerRegistry registry = new AmiListenerRegistry(this.servers,
			(server) -> CallbackOptions.DEFAULTS.withQueueCapacity(server.length())
				.withOverflow(OverflowPolicy.DROP_NEWEST),
			this.published::add, List.of(this::intercept));

	@AfterEach
	void close() {
		this.servers.managers().values().forEach(Manager::close);
	}

	@Test
	void aListenerHearsAllServers() {
		twoServers();
		List<String> heard = new CopyOnWriteArrayList<>();
		this.registry
			.register("all", HangupEvent.class,
					(event, manager) -> heard.add(event.channel() + " at "
							+ ((manager == this.servers.manager("berlin")) ? "berlin" : "paris")
							+ (Thread.currentThread().getName().contains("all@") ? "" : " without a name")));
		connect();
		this.berlin.broadcast(AmiFrame.event("Hangup").with("Channel", "PJSIP/1"));
		this.paris.broadcast(AmiFrame.event("Hangup").with("Channel", "PJSIP/2"));
		await()
			.untilAsserted(() -> assertThat(heard).containsExactlyInAnyOrder("PJSIP/1 at berlin", "PJSIP/2 at paris"));
		assertThat(this.registry.listeners()).containsExactly(
				new ListenerInfo("all", "berlin", "HangupEvent", 0, 6, OverflowPolicy.DROP_NEWEST, 0),
				new ListenerInfo("all", "paris", "HangupEvent", 0, 5, OverflowPolicy.DROP_NEWEST, 0));
	}

	@Test
	void aListenerIsUnregistered() {
		twoServers();
		List<String> heard = new CopyOnWriteArrayList<>();
		this.registry.register("gone", Pattern.compile("Hang.*"), (event, manager) -> heard.add("gone"));
		this.registry.register("there", Pattern.compile("Hang.*"), (event, manager) -> heard.add("there"));
		assertThat(this.registry.unregister("gone")).isTrue();
		assertThat(this.registry.unregister("gone")).isFalse();
		assertThat(this.registry.listeners()).extracting(ListenerInfo::id).containsOnly("there");
		connect();
		this.berlin.broadcast(AmiFrame.event("Hangup"));
		await().untilAsserted(() -> assertThat(heard).containsExactly("there"));
	}

	@Test
	void whatAListenerHasLostIsPublishedAndCounted() throws Exception {
		this.beans.registerSingleton("x", manager(this.berlin));
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		this.registry.register("slow", HangupEvent.class, (event, manager) -> {
			begun.countDown();
			goOn.await();
		});
		connect();
		this.berlin.broadcast(AmiFrame.event("Hangup"));
		begun.await();
		for (int i = 0; i < 5; i++) {
			this.berlin.broadcast(AmiFrame.event("Hangup"));
		}
		await().untilAsserted(() -> assertThat(this.registry.listeners()).singleElement()
			.satisfies((info) -> assertThat(info.queued()).isEqualTo(1))
			.satisfies((info) -> assertThat(info.lost()).isEqualTo(4)));
		assertThat(this.published).isEmpty();
		goOn.countDown();
		await().untilAsserted(() -> assertThat(this.published).singleElement()
			.isInstanceOfSatisfying(AmiEventsLostEvent.class, (event) -> {
				assertThat(event.manager()).isSameAs(this.servers.manager("x"));
				assertThat(event.server()).isEqualTo("x");
				assertThat(event.listener()).isEqualTo("slow");
				assertThat(event.count()).isEqualTo(4);
			}));
	}

	@Test
	void interceptorsAreAroundEveryListener() {
		twoServers();
		this.registry.register("there", HangupEvent.class, (event, manager) -> this.intercepted.add("listener"));
		connect();
		this.paris.broadcast(AmiFrame.event("Hangup"));
		await().untilAsserted(() -> assertThat(this.intercepted).containsExactly("before there@paris at Hangup",
				"listener", "after there@paris"));
	}

	@Test
	void whatAListenerThrowsReachesTheInterceptorAndTheNextEventFollows() {
		twoServers();
		this.registry.register("failing", HangupEvent.class, (event, manager) -> {
			throw new IllegalStateException("by intent");
		});
		connect();
		this.paris.broadcast(AmiFrame.event("Hangup"));
		this.paris.broadcast(AmiFrame.event("Hangup"));
		await().untilAsserted(() -> assertThat(this.intercepted).containsExactly("before failing@paris at Hangup",
				"failure by intent", "before failing@paris at Hangup", "failure by intent"));
	}

	private void intercept(AmiListenerInterceptor.Listener listener, AmiEvent event, Manager manager,
			AmiEventCallback<AmiEvent> next) throws Exception {
		String name = listener.id() + "@" + listener.server();
		this.intercepted.add("before " + name + " at " + event.name());
		try {
			next.onEvent(event, manager);
			this.intercepted.add("after " + name);
		}
		catch (IllegalStateException ex) {
			this.intercepted.add("failure " + ex.getMessage());
			throw ex;
		}
	}

	@Test
	void anIdentifierIsForOneListener() {
		twoServers();
		this.registry.register("same", AmiEvent.class, (event, manager) -> {
		});
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.registry.register("same", AmiEvent.class, (event, manager) -> {
			}))
			.withMessage("There is a listener with the id 'same' already");
	}

	@Test
	void aListenerThatOneServerRefusesIsRegisteredNowhere() {
		twoServers();
		this.servers.manager("paris").close();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.registry.register("odd", UnknownEvent.class, (event, manager) -> {
			}));
		assertThat(this.registry.listeners()).isEmpty();
	}

	@Test
	void aListenerNeedsAManager() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.registry.register("alone", AmiEvent.class, (event, manager) -> {
			}))
			.withMessageContaining("no Manager");
	}

	@Test
	void aServerIsCalledAsItsBean() {
		assertThat(AmiServers.nameOf("berlinManager")).isEqualTo("berlin");
		assertThat(AmiServers.nameOf("Manager")).isEqualTo("Manager");
		assertThat(AmiServers.nameOf("pbx")).isEqualTo("pbx");
		twoServers();
		assertThat(this.servers.managers()).containsOnlyKeys("berlin", "paris");
	}

	@Test
	void anUnknownServerIsAnErrorThatNamesTheKnownOnes() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.servers.manager("rome"))
			.withMessage("There is no Asterisk server 'rome', only: none");
		twoServers();
		assertThatIllegalArgumentException().isThrownBy(() -> this.servers.manager("rome"))
			.withMessage("There is no Asterisk server 'rome', only: berlin, paris");
	}

	@Test
	void twoManagersOfOneServerAreAnError() {
		try (Manager one = manager(this.berlin); Manager two = manager(this.berlin)) {
			DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
			factory.registerSingleton("pbx", one);
			factory.registerSingleton("pbxManager", two);
			assertThatIllegalStateException().isThrownBy(() -> new AmiServers(factory).managers())
				.withMessageContaining("server 'pbx'");
		}
	}

	private void twoServers() {
		this.beans.registerSingleton("berlinManager", manager(this.berlin));
		this.beans.registerSingleton("parisManager", manager(this.paris));
	}

	private void connect() {
		this.servers.managers().values().forEach(Manager::connect);
	}

	private static Manager manager(AmiSimulator asterisk) {
		return Manager.builder().port(asterisk.port()).credentials("admin", "secret").build();
	}

	static final class UnknownEvent extends AmiEvent {

		UnknownEvent(io.pystrix.ami.message.AmiHeaders headers) {
			super(headers);
		}

	}

}
