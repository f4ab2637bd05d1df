package io.pystrix.agi.prompt;

import java.time.Duration;

/**
 * What a prompt was told; see there for the meaning.
 */
record PromptSettings(Announcement announcement, int min, int max, String terminators, Duration firstDigitTimeout,
		Duration interDigitTimeout, int attempts, Announcement onInvalid, Announcement onNoInput, boolean bargeIn) {

	static PromptSettings of(Announcement announcement) {
		return new PromptSettings(announcement, 1, 1, "#", Duration.ofSeconds(5), Duration.ofSeconds(3), 3,
				Announcement.of(), Announcement.of(), true);
	}

	PromptSettings withDigits(int min, int max) {
		return new PromptSettings(this.announcement, min, max, this.terminators, this.firstDigitTimeout,
				this.interDigitTimeout, this.attempts, this.onInvalid, this.onNoInput, this.bargeIn);
	}

	PromptSettings withTerminators(String terminators) {
		return new PromptSettings(this.announcement, this.min, this.max, terminators, this.firstDigitTimeout,
				this.interDigitTimeout, this.attempts, this.onInvalid, this.onNoInput, this.bargeIn);
	}

	PromptSettings withFirstDigitTimeout(Duration firstDigitTimeout) {
		return new PromptSettings(this.announcement, this.min, this.max, this.terminators, firstDigitTimeout,
				this.interDigitTimeout, this.attempts, this.onInvalid, this.onNoInput, this.bargeIn);
	}

	PromptSettings withInterDigitTimeout(Duration interDigitTimeout) {
		return new PromptSettings(this.announcement, this.min, this.max, this.terminators, this.firstDigitTimeout,
				interDigitTimeout, this.attempts, this.onInvalid, this.onNoInput, this.bargeIn);
	}

	PromptSettings withAttempts(int attempts) {
		return new PromptSettings(this.announcement, this.min, this.max, this.terminators, this.firstDigitTimeout,
				this.interDigitTimeout, attempts, this.onInvalid, this.onNoInput, this.bargeIn);
	}

	PromptSettings withOnInvalid(Announcement onInvalid) {
		return new PromptSettings(this.announcement, this.min, this.max, this.terminators, this.firstDigitTimeout,
				this.interDigitTimeout, this.attempts, onInvalid, this.onNoInput, this.bargeIn);
	}

	PromptSettings withOnNoInput(Announcement onNoInput) {
		return new PromptSettings(this.announcement, this.min, this.max, this.terminators, this.firstDigitTimeout,
				this.interDigitTimeout, this.attempts, this.onInvalid, onNoInput, this.bargeIn);
	}

	PromptSettings withBargeIn(boolean bargeIn) {
		return new PromptSettings(this.announcement, this.min, this.max, this.terminators, this.firstDigitTimeout,
				this.interDigitTimeout, this.attempts, this.onInvalid, this.onNoInput, bargeIn);
	}

}
