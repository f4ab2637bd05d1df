package io.pystrix.ami.live;

/**
 * Somebody in a conference, at one moment.
 *
 * @param conference the name of the conference
 * @param uniqueid the unique id of the channel
 * @param channel the name of the channel
 * @param caller who it is
 * @param admin whether it is an administrator
 * @param muted whether the others cannot hear it
 * @param talking whether it talks, which Asterisk tells only where that is configured
 */
public record LiveParticipant(String conference, String uniqueid, String channel, LiveParty caller, boolean admin,
		boolean muted, boolean talking) implements LiveObject {

	@Override
	public String id() {
		return this.uniqueid;
	}

	LiveParticipant withMuted(boolean muted) {
		return new LiveParticipant(this.conference, this.uniqueid, this.channel, this.caller, this.admin, muted,
				this.talking);
	}

	LiveParticipant withTalking(boolean talking) {
		return new LiveParticipant(this.conference, this.uniqueid, this.channel, this.caller, this.admin, this.muted,
				talking);
	}

}
