package io.pystrix.demo.live;

import java.util.Locale;

import io.pystrix.ami.live.LiveParty;

/**
 * Values as people read them.
 */
final class Texts {

	private Texts() {
	}

	static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/** The name and the number of a party, empty if nobody knows them. */
	static String of(LiveParty party) {
		String name = (party.name() != null) ? party.name() : "";
		String number = (party.number() != null) ? party.number() : "";
		return (name.isEmpty() || number.isEmpty()) ? name + number : name + " <" + number + ">";
	}

}
