package io.pystrix.ami.live;

/**
 * A conference of ConfBridge at one moment, without its participants.
 *
 * @param conference the name
 * @param recording whether it is being recorded, as far as was seen
 */
public record ConferenceRoom(String conference, boolean recording) implements LiveObject {

	@Override
	public String id() {
		return this.conference;
	}

}
