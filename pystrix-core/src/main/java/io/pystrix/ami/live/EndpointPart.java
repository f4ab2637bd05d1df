package io.pystrix.ami.live;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import io.pystrix.ami.action.PJSIPShowContactsAction;
import io.pystrix.ami.action.PJSIPShowEndpointsAction;
import io.pystrix.ami.event.ContactListEvent;
import io.pystrix.ami.event.ContactState;
import io.pystrix.ami.event.ContactStatusEvent;
import io.pystrix.ami.event.DeviceState;
import io.pystrix.ami.event.DeviceStateChangeEvent;
import io.pystrix.ami.event.EndpointListEvent;
import io.pystrix.ami.message.AmiEvent;
import org.jspecify.annotations.Nullable;

/**
 * PJSIP endpoints and where they can be reached. Asterisk lists contacts from 16 on
 * (PJSIPShowContacts in res/res_pjsip/pjsip_options.c).
 */
final class EndpointPart implements Part {

	private static final String DEVICE = "PJSIP/";

	private final Store<LiveEndpoint> endpoints;

	private final Store<LiveContact> contacts;

	// What events have told of devices while a list is on its way; null while none is
	private @Nullable Map<String, @Nullable DeviceState> told;

	EndpointPart(Store<LiveEndpoint> endpoints, Store<LiveContact> contacts) {
		this.endpoints = endpoints;
		this.contacts = contacts;
	}

	@Override
	public Set<String> events() {
		return Set.of("DeviceStateChange", "ContactStatus");
	}

	@Override
	public void apply(AmiEvent event) {
		if (event instanceof DeviceStateChangeEvent change && change.device().startsWith(DEVICE)) {
			String name = change.device().substring(DEVICE.length());
			LiveEndpoint known = this.endpoints.get(name);
			if (known != null) {
				this.endpoints.adjust(known.withDeviceState(change.state()));
			}
			if (this.told != null) {
				this.told.put(name, change.state());
			}
		}
		else if (event instanceof ContactStatusEvent status) {
			LiveContact contact = new LiveContact(status.uri(), text(status.endpointName()), status.contactStatus(),
					roundTrip(status.roundtripUsec()));
			if (status.contactStatus() == ContactState.REMOVED) {
				this.contacts.remove(contact.id());
			}
			else {
				this.contacts.put(contact);
			}
		}
	}

	@Override
	public void begin() {
		this.endpoints.begin();
		this.contacts.begin();
		this.told = new HashMap<>();
	}

	@Override
	public void request(Requests requests) {
		requests.list(new PJSIPShowEndpointsAction(), this::completeEndpoints);
		requests.list(new PJSIPShowContactsAction(), this::completeContacts);
	}

	private void completeEndpoints(@Nullable List<EndpointListEvent> items) {
		Map<String, @Nullable DeviceState> told = (this.told != null) ? this.told : new HashMap<>();
		this.told = null;
		if (items == null) {
			this.endpoints.fail();
			return;
		}
		Map<String, EndpointListEvent> listed = new LinkedHashMap<>();
		items.forEach((item) -> listed.put(text(item.objectName()), item));
		this.endpoints.complete(listed, (item, known, touched) -> {
			String name = text(item.objectName());
			return new LiveEndpoint(name, text(item.aor()), text(item.transport()),
					told.containsKey(name) ? told.get(name) : item.deviceState());
		});
	}

	private void completeContacts(@Nullable List<ContactListEvent> items) {
		if (items == null) {
			this.contacts.fail();
			return;
		}
		Map<String, LiveContact> listed = new LinkedHashMap<>();
		for (ContactListEvent item : items) {
			LiveContact contact = new LiveContact(text(item.uri()), text(item.endpoint()), item.status(),
					roundTrip(item.roundtripUsec()));
			listed.put(contact.id(), contact);
		}
		this.contacts.complete(listed, (item, known, touched) -> (touched && known != null) ? known : item);
	}

	private static @Nullable Duration roundTrip(OptionalLong micros) {
		return (micros.orElse(0) > 0) ? Duration.of(micros.getAsLong(), ChronoUnit.MICROS) : null;
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
