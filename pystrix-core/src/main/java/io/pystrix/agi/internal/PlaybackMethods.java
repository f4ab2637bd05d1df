package io.pystrix.agi.internal;

import java.util.Optional;

import io.pystrix.agi.AgiPlayback;
import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.agi.PlaybackControls;
import io.pystrix.agi.PlaybackStop;
import io.pystrix.agi.RecordOptions;
import io.pystrix.agi.Recording;
import io.pystrix.agi.command.ControlStreamFile;
import io.pystrix.agi.command.RecordFile;
import io.pystrix.agi.command.SetMusic;
import io.pystrix.agi.command.StreamFile;

/**
 * The commands that play and record.
 */
interface PlaybackMethods extends AgiPlayback, CommandExecutor {

	@Override
	default Optional<DtmfInterrupt> streamFile(String file, String escapeDigits, long offset) {
		return execute(new StreamFile(file, escapeDigits, offset));
	}

	@Override
	default Optional<PlaybackStop> controlStreamFile(String file, String escapeDigits, PlaybackControls controls) {
		return execute(new ControlStreamFile(file, escapeDigits, controls));
	}

	@Override
	default Recording recordFile(String file, String format, RecordOptions options) {
		return execute(new RecordFile(file, format, options));
	}

	@Override
	default void setMusic(boolean on) {
		execute(new SetMusic(on));
	}

	@Override
	default void setMusic(String musicClass) {
		execute(new SetMusic(musicClass));
	}

}
