package io.pystrix.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.ManagerTimeoutException;
import io.pystrix.ami.action.BridgeListAction;
import io.pystrix.ami.action.BridgeTechnologyListAction;
import io.pystrix.ami.action.BridgeTechnologySuspendAction;
import io.pystrix.ami.action.BridgeTechnologyUnsuspendAction;
import io.pystrix.ami.action.ChallengeAction;
import io.pystrix.ami.action.CommandAction;
import io.pystrix.ami.action.ConfigCategory;
import io.pystrix.ami.action.CoreSettingsAction;
import io.pystrix.ami.action.CoreSettingsResponse;
import io.pystrix.ami.action.CoreStatusAction;
import io.pystrix.ami.action.CoreStatusResponse;
import io.pystrix.ami.action.CreateConfigAction;
import io.pystrix.ami.action.DBDelAction;
import io.pystrix.ami.action.DBDelTreeAction;
import io.pystrix.ami.action.DBGetAction;
import io.pystrix.ami.action.DBGetTreeAction;
import io.pystrix.ami.action.DBPutAction;
import io.pystrix.ami.action.DeviceStateListAction;
import io.pystrix.ami.action.DialplanExtensionAddAction;
import io.pystrix.ami.action.DialplanExtensionRemoveAction;
import io.pystrix.ami.action.EventsAction;
import io.pystrix.ami.action.ExtensionStateAction;
import io.pystrix.ami.action.ExtensionStateListAction;
import io.pystrix.ami.action.ExtensionStateResponse;
import io.pystrix.ami.action.FAXSessionAction;
import io.pystrix.ami.action.FAXSessionsAction;
import io.pystrix.ami.action.FAXStatsAction;
import io.pystrix.ami.action.FilterAction;
import io.pystrix.ami.action.GetConfigAction;
import io.pystrix.ami.action.GetConfigJSONAction;
import io.pystrix.ami.action.GetConfigResponse;
import io.pystrix.ami.action.IAXnetstatsAction;
import io.pystrix.ami.action.IAXpeerlistAction;
import io.pystrix.ami.action.IAXpeersAction;
import io.pystrix.ami.action.IAXregistryAction;
import io.pystrix.ami.action.ListCategoriesAction;
import io.pystrix.ami.action.ListCommandsAction;
import io.pystrix.ami.action.LoadType;
import io.pystrix.ami.action.LoggerRotateAction;
import io.pystrix.ami.action.LogoffAction;
import io.pystrix.ami.action.MailboxCountAction;
import io.pystrix.ami.action.MailboxStatusAction;
import io.pystrix.ami.action.MessageSendAction;
import io.pystrix.ami.action.ModuleCheckAction;
import io.pystrix.ami.action.ModuleLoadAction;
import io.pystrix.ami.action.PJSIPHangupAction;
import io.pystrix.ami.action.PJSIPQualifyAction;
import io.pystrix.ami.action.PJSIPRegisterAction;
import io.pystrix.ami.action.PJSIPSetMaintenanceAction;
import io.pystrix.ami.action.PJSIPShowAorsAction;
import io.pystrix.ami.action.PJSIPShowAuthsAction;
import io.pystrix.ami.action.PJSIPShowContactsAction;
import io.pystrix.ami.action.PJSIPShowEndpointAction;
import io.pystrix.ami.action.PJSIPShowEndpointsAction;
import io.pystrix.ami.action.PJSIPShowMaintenanceAction;
import io.pystrix.ami.action.PJSIPShowRegistrationInboundContactStatusesAction;
import io.pystrix.ami.action.PJSIPShowRegistrationsInboundAction;
import io.pystrix.ami.action.PJSIPShowRegistrationsOutboundAction;
import io.pystrix.ami.action.PJSIPShowResourceListsAction;
import io.pystrix.ami.action.PJSIPShowSubscriptionsInboundAction;
import io.pystrix.ami.action.PJSIPShowSubscriptionsOutboundAction;
import io.pystrix.ami.action.PJSIPUnregisterAction;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.action.PresenceStateAction;
import io.pystrix.ami.action.PresenceStateListAction;
import io.pystrix.ami.action.PresenceStateResponse;
import io.pystrix.ami.action.ReloadAction;
import io.pystrix.ami.action.SetvarAction;
import io.pystrix.ami.action.ShowDialPlanAction;
import io.pystrix.ami.action.SorceryMemoryCacheExpireAction;
import io.pystrix.ami.action.SorceryMemoryCacheExpireObjectAction;
import io.pystrix.ami.action.SorceryMemoryCachePopulateAction;
import io.pystrix.ami.action.SorceryMemoryCacheStaleAction;
import io.pystrix.ami.action.SorceryMemoryCacheStaleObjectAction;
import io.pystrix.ami.action.UpdateConfigAction;
import io.pystrix.ami.action.UserEventAction;
import io.pystrix.ami.action.VoicemailBoxSummaryAction;
import io.pystrix.ami.action.VoicemailForwardAction;
import io.pystrix.ami.action.VoicemailMoveAction;
import io.pystrix.ami.action.VoicemailRefreshAction;
import io.pystrix.ami.action.VoicemailRemoveAction;
import io.pystrix.ami.action.VoicemailUserStatusAction;
import io.pystrix.ami.action.VoicemailUsersListAction;
import io.pystrix.ami.action.WaitEventAction;
import io.pystrix.ami.event.AorDetailEvent;
import io.pystrix.ami.event.AorListEvent;
import io.pystrix.ami.event.AuthDetailEvent;
import io.pystrix.ami.event.AuthListEvent;
import io.pystrix.ami.event.BridgeTechnologyListItemEvent;
import io.pystrix.ami.event.DBGetResponseEvent;
import io.pystrix.ami.event.DBGetTreeResponseEvent;
import io.pystrix.ami.event.DeviceState;
import io.pystrix.ami.event.DeviceStateChangeEvent;
import io.pystrix.ami.event.EndpointDetailEvent;
import io.pystrix.ami.event.EndpointListEvent;
import io.pystrix.ami.event.ExtensionState;
import io.pystrix.ami.event.ExtensionStatusEvent;
import io.pystrix.ami.event.ListDialplanEvent;
import io.pystrix.ami.event.PJSIPMaintenanceStatusEvent;
import io.pystrix.ami.event.PeerlistCompleteEvent;
import io.pystrix.ami.event.RegistrationsCompleteEvent;
import io.pystrix.ami.event.ReloadEvent;
import io.pystrix.ami.event.ReloadStatus;
import io.pystrix.ami.event.TransportDetailEvent;
import io.pystrix.ami.event.UserEventEvent;
import io.pystrix.ami.event.VoicemailUserEntryEvent;
import io.pystrix.ami.event.WaitEventCompleteEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every action that a stock Asterisk has is sent, here and in the tests of channels and
 * queues; what cannot be is listed with the reason.
 */
@RealAsterisk.Required
class ActionsIntegrationTests extends ActionsSupport {

	private static final Map<String, String> NOT_SENT = Map.of("Login",
			"by every connection, by hand in the tests of the manager", "JabberSend", "needs an XMPP server",
			"PJSIPNotify", "needs a device that is registered");

	@Test
	void everyActionIsSentByOneOfTheTests() throws IOException {
		StringBuilder sources = new StringBuilder();
		try (Stream<Path> files = Files.list(Path.of("src/test/java/io/pystrix/integration"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith("IntegrationTests.java")).toList()) {
				sources.append(Files.readString(file));
			}
		}
		// What needs hardware is tried where the hardware is
		assertThat(send(new ListCommandsAction()).commands().keySet())
			.filteredOn((name) -> !NOT_SENT.containsKey(name) && !name.matches("(DAHDI|PRI|Meetme|MWI|SIP|SKINNY).*"))
			.allSatisfy((name) -> assertThat(sources).containsPattern("\\b" + name + "Action\\b"));
	}

	@Test
	void session() {
		assertThat(send(new PingAction()).timestamp()).isNotNull();
		assertThat(send(new EventsAction("call,system")).events()).isTrue();
		assertThat(send(new EventsAction("off")).events()).isFalse();
		succeeds(new FilterAction("Add").filter("Event: UserEvent"));
		assertThat(send(new ChallengeAction("MD5")).challenge()).isNotEmpty();
		assertThat(send(new LogoffAction()).response()).isEqualTo("Goodbye");
	}

	@Test
	void waitingForEvents() {
		EventList<AmiEvent> events = this.manager.sendAction(new WaitEventAction(Duration.ofSeconds(1)),
				Duration.ofSeconds(20));
		assertThat(events.complete()).isInstanceOf(WaitEventCompleteEvent.class);
	}

	@Test
	void system() {
		CoreSettingsResponse settings = send(new CoreSettingsAction());
		assertThat(settings.amiVersion()).matches("[0-9.]+");
		assertThat(settings.asteriskVersion()).isNotEmpty();
		assertThat(settings.coreMaxCalls()).isPresent();
		CoreStatusResponse status = send(new CoreStatusAction());
		assertThat(status.started()).isNotNull();
		assertThat(status.coreCurrentCalls()).isPresent();
		assertThat(send(new CommandAction("core show version")).output()).first().asString().startsWith("Asterisk ");
		assertThatExceptionOfType(ActionFailedException.class)
			.isThrownBy(() -> send(new CommandAction("no such command")))
			.satisfies((ex) -> assertThat(ex.response().getAll("Output")).isNotEmpty());
		succeeds(new LoggerRotateAction());
		assertThat(send(new ModuleCheckAction("app_queue")).version()).isEmpty();
		isRefused(new ModuleCheckAction("app_nothing"), "Module not loaded");
		succeeds(new ModuleLoadAction(LoadType.RELOAD).module("app_queue.so"));
	}

	@Test
	void reloadIsToldByAnEvent() throws Exception {
		CompletableFuture<ReloadEvent> reloaded = next(ReloadEvent.class);
		succeeds(new ReloadAction().module("features"));
		assertThat(soon(reloaded).status()).isEqualTo(ReloadStatus.SUCCESS);
	}

	@Test
	void configuration() {
		String file = "pystrix-" + UUID.randomUUID() + ".conf";
		succeeds(new CreateConfigAction(file));
		assertThat(send(new ListCategoriesAction(file)).categories()).isEmpty();
		succeeds(new UpdateConfigAction(file, file).newCategory("general")
			.append("general", "colour", "red")
			.append("general", "colour", "blue")
			.newCategory("other"));
		GetConfigResponse config = send(new GetConfigAction(file));
		assertThat(config.categories()).extracting(ConfigCategory::name).containsExactly("general", "other");
		assertThat(config.category("general").orElseThrow().values("colour")).containsExactly("red", "blue");
		assertThat(send(new ListCategoriesAction(file)).categories()).containsExactly("general", "other");
		assertThat(send(new GetConfigJSONAction(file).category("general")).json()).contains("\"colour\":\"red\"");
		succeeds(new UpdateConfigAction(file, file).deleteCategory("general").deleteCategory("other"));
	}

	@Test
	void database() {
		succeeds(new DBPutAction("pystrix", "a", "one: 1"));
		succeeds(new DBPutAction("pystrix", "b/c", "2"));
		assertThat(send(new DBGetAction("pystrix", "a"))).extracting(DBGetResponseEvent::val).containsExactly("one: 1");
		assertThat(send(new DBGetAction("pystrix", "none"))).isEmpty();
		assertThat(send(new DBGetTreeAction().family("pystrix"))).extracting(DBGetTreeResponseEvent::key)
			.containsExactly("/pystrix/a", "/pystrix/b/c");
		succeeds(new DBDelAction("pystrix", "a"));
		succeeds(new DBDelTreeAction("pystrix"));
		assertThat(send(new DBGetTreeAction().family("pystrix"))).isEmpty();
	}

	@Test
	void dialplan() {
		succeeds(new DialplanExtensionAddAction("pystrix", "1", "1", "NoOp").applicationData("x"));
		EventList<ListDialplanEvent> dialplan = send(new ShowDialPlanAction().context("pystrix"));
		assertThat(dialplan).extracting(ListDialplanEvent::appData).contains("x");
		assertThat(dialplan.isConsistent()).isTrue();
		succeeds(new DialplanExtensionRemoveAction("pystrix", "1"));
	}

	@Test
	void presence() {
		send(new SetvarAction("DEVICE_STATE(Custom:lamp)", "INUSE"));
		assertThat(send(new DeviceStateListAction())).filteredOn((event) -> event.device().equals("Custom:lamp"))
			.extracting(DeviceStateChangeEvent::state)
			.containsExactly(DeviceState.INUSE);
		ExtensionStateResponse lamp = send(new ExtensionStateAction("lamp", "default"));
		assertThat(lamp.status()).isEqualTo(ExtensionState.INUSE);
		assertThat(lamp.hint()).isEqualTo("Custom:lamp");
		assertThat(send(new ExtensionStateAction("nobody", "default")).status()).isEqualTo(ExtensionState.NO_HINT);
		assertThat(send(new ExtensionStateListAction())).extracting(ExtensionStatusEvent::exten).contains("lamp");
		send(new SetvarAction("PRESENCE_STATE(CustomPresence:desk)", "away,lunch,back soon"));
		PresenceStateResponse desk = send(new PresenceStateAction("CustomPresence:desk"));
		assertThat(desk.state()).isEqualTo("away");
		assertThat(desk.presenceMessage()).isEqualTo("back soon");
		assertThat(send(new PresenceStateListAction()).complete()).isNotNull();
	}

	@Test
	void bridgesAndTheirTechnologies() {
		assertThat(send(new BridgeListAction()).isConsistent()).isTrue();
		assertThat(send(new BridgeTechnologyListAction())).extracting(BridgeTechnologyListItemEvent::bridgeTechnology)
			.contains("softmix");
		succeeds(new BridgeTechnologySuspendAction("softmix"));
		assertThat(send(new BridgeTechnologyListAction()))
			.filteredOn((event) -> "softmix".equals(event.bridgeTechnology()))
			.extracting(BridgeTechnologyListItemEvent::bridgeSuspended)
			.containsExactly(true);
		succeeds(new BridgeTechnologyUnsuspendAction("softmix"));
	}

	@Test
	void pjsip() {
		assertThat(send(new PJSIPShowEndpointsAction())).extracting(EndpointListEvent::objectName).contains("alice");
		assertThat(send(new PJSIPShowEndpointAction("alice"))).hasAtLeastOneElementOfType(EndpointDetailEvent.class)
			.hasAtLeastOneElementOfType(AorDetailEvent.class)
			.hasAtLeastOneElementOfType(AuthDetailEvent.class)
			.hasAtLeastOneElementOfType(TransportDetailEvent.class);
		isRefused(new PJSIPShowEndpointAction("nobody"), "Unable to retrieve endpoint");
		assertThat(send(new PJSIPShowAorsAction())).extracting(AorListEvent::objectName).contains("alice");
		assertThat(send(new PJSIPShowAuthsAction())).extracting(AuthListEvent::objectName).contains("alice");
		List<AmiAction<? extends EventList<?>>> lists = List.of(new PJSIPShowContactsAction(),
				new PJSIPShowResourceListsAction(), new PJSIPShowRegistrationsInboundAction(),
				new PJSIPShowRegistrationsOutboundAction(), new PJSIPShowRegistrationInboundContactStatusesAction(),
				new PJSIPShowSubscriptionsInboundAction(), new PJSIPShowSubscriptionsOutboundAction());
		assertThat(lists).allSatisfy((list) -> assertThat(send(list).isConsistent()).isTrue());
		succeeds(new PJSIPQualifyAction("alice"));
		isRefused(new PJSIPRegisterAction("nowhere"), "Unable to retrieve registration");
		isRefused(new PJSIPUnregisterAction("nowhere"), "Unable to retrieve registration");
	}

	/** {@code channels/chan_pjsip.c} has it from these releases on. */
	@Test
	@FromAsterisk({ "18.21", "20.6", "21.1" })
	void aSipCallIsRejectedWithAStatus() {
		isRefused(new PJSIPHangupAction("PJSIP/nobody", "486"), "No such channel");
	}

	/** {@code res/res_pjsip_maintenance.c} came with these releases. */
	@Test
	@FromAsterisk({ "20.20", "22.10", "23.4" })
	void endpointGoesOutOfServiceAndBack() throws Exception {
		assertThat(send(new PJSIPShowMaintenanceAction()).isConsistent()).isTrue();
		CompletableFuture<PJSIPMaintenanceStatusEvent> out = next(PJSIPMaintenanceStatusEvent.class);
		succeeds(new PJSIPSetMaintenanceAction("bob", true));
		assertThat(soon(out).status()).isTrue();
		assertThat(send(new PJSIPShowMaintenanceAction().endpoint("bob")))
			.extracting(PJSIPMaintenanceStatusEvent::status)
			.containsExactly(true);
		succeeds(new PJSIPSetMaintenanceAction("bob", false));
	}

	/** Debian has no package of voicemail for its Asterisk 16. */
	@Test
	@FromAsterisk("18.0")
	void voicemail() {
		assertThat(send(new VoicemailUsersListAction())).extracting(VoicemailUserEntryEvent::voiceMailbox)
			.contains("100");
		assertThat(send(new VoicemailUserStatusAction("default", "100"))).hasSize(1);
		assertThat(send(new VoicemailBoxSummaryAction("default", "100")).isConsistent()).isTrue();
		succeeds(new VoicemailRefreshAction().context("default").mailbox("100"));
		// There is no such message, which Asterisk calls a success
		assertThat(List.of(new VoicemailMoveAction("default", "100", "INBOX", "none", "Old"),
				new VoicemailForwardAction("default", "100", "INBOX", "none", "default", "100", "Old"),
				new VoicemailRemoveAction("default", "100", "INBOX", "none")))
			.allSatisfy((action) -> assertThat(this.manager.exchange(action).message()).contains("failed"));
		assertThat(send(new MailboxCountAction("100@default")).newMessages()).isPresent();
		assertThat(send(new MailboxStatusAction("100@default")).mailbox()).isEqualTo("100@default");
	}

	@Test
	void faxes() {
		assertThat(send(new FAXSessionsAction())).isEmpty();
		assertThat(send(new FAXStatsAction()).currentSessions()).hasValue(0);
		isRefused(new FAXSessionAction("1"), "Session not found");
	}

	@Test
	void iax() {
		assertThat(send(new IAXpeersAction()).complete()).isInstanceOf(PeerlistCompleteEvent.class);
		assertThat(send(new IAXpeerlistAction()).complete()).isInstanceOf(PeerlistCompleteEvent.class);
		assertThat(send(new IAXregistryAction()).complete()).isInstanceOf(RegistrationsCompleteEvent.class);
		assertThatExceptionOfType(ManagerTimeoutException.class)
			.isThrownBy(() -> this.manager.sendAction(new IAXnetstatsAction(), Duration.ofMillis(500)));
		succeeds(new PingAction());
	}

	@Test
	void cachesOfConfiguration() {
		isRefused(new SorceryMemoryCacheExpireAction("none"), "cache does not exist");
		isRefused(new SorceryMemoryCacheExpireObjectAction("none", "x"), "cache does not exist");
		isRefused(new SorceryMemoryCachePopulateAction("none"), "cache does not exist");
		isRefused(new SorceryMemoryCacheStaleAction("none"), "cache does not exist");
		isRefused(new SorceryMemoryCacheStaleObjectAction("none", "x").reload(true), "cache does not exist");
	}

	@Test
	void messages() throws Exception {
		CompletableFuture<UserEventEvent> told = this.manager.nextEvent(UserEventEvent.class,
				(event) -> event.userEvent().equals("PystrixSample"));
		succeeds(new UserEventAction("PystrixSample").header("Colour", "red"));
		assertThat(soon(told).get("Colour")).isEqualTo("red");
		isRefused(new MessageSendAction().to("nothing:x").body("hello").variable("a", "1,2"), "technology not found");
	}

}
