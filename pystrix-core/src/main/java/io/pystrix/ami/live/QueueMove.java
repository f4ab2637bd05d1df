package io.pystrix.ami.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A caller joins or leaves a queue.
 *
 * @param uniqueid the unique id of the caller's channel
 * @param joined the caller, {@code null} who leaves
 * @param certain whether the caller was in the queue if it leaves; a channel that hangs
 * up need not have been in one
 */
record QueueMove(String uniqueid, @Nullable LiveQueueCaller joined, boolean certain) {

	/**
	 * Which moves are newer than a list that was made while they were told.
	 * @param moves the moves in order, all told after the list was asked for
	 * @param listed who is in the list
	 */
	static List<QueueMove> after(List<QueueMove> moves, Set<String> listed) {
		Set<String> moved = new HashSet<>();
		int newest = 0;
		for (int i = 0; i < moves.size(); i++) {
			QueueMove move = moves.get(i);
			// The list shows what became of the first move of a caller
			if (move.certain() && moved.add(move.uniqueid())
					&& listed.contains(move.uniqueid()) == (move.joined() != null)) {
				newest = i + 1;
			}
		}
		return moves.subList(newest, moves.size());
	}

}
