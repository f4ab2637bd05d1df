package io.pystrix.ami.live;

import java.util.List;

/**
 * A conference of ConfBridge at one moment.
 *
 * @param name the name
 * @param recording whether it is being recorded, as far as was seen
 * @param participants who takes part, in no particular order
 */
public record LiveConference(String name, boolean recording, List<LiveParticipant> participants) {

}
