package io.pystrix.ami.live;

/**
 * Makes snapshots of the live state, for tests in other packages.
 */
public final class Snapshots {

	private Snapshots() {
	}

	public static LiveParkedCall parkedCall(String uniqueid, String channel, String parkingLot, String space) {
		return new LiveParkedCall(uniqueid, channel, LiveParty.UNKNOWN, parkingLot, space, null);
	}

}
