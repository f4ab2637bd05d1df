package io.pystrix.agi.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import io.pystrix.agi.AgiSay;
import io.pystrix.agi.LetterCase;
import io.pystrix.agi.command.SayAlpha;
import io.pystrix.agi.command.SayDate;
import io.pystrix.agi.command.SayDatetime;
import io.pystrix.agi.command.SayDigits;
import io.pystrix.agi.command.SayNumber;
import io.pystrix.agi.command.SayPhonetic;
import io.pystrix.agi.command.SayTime;

/**
 * The commands that speak.
 */
interface SayMethods extends AgiSay, CommandExecutor {

	@Override
	default Optional<Character> sayDigits(String digits, String escapeDigits) {
		return execute(new SayDigits(digits, escapeDigits));
	}

	@Override
	default Optional<Character> sayNumber(int number, String escapeDigits) {
		return execute(new SayNumber(number, escapeDigits));
	}

	@Override
	default Optional<Character> sayAlpha(String text, String escapeDigits) {
		return execute(new SayAlpha(text, escapeDigits));
	}

	@Override
	default Optional<Character> sayAlpha(String text, String escapeDigits, LetterCase letterCase) {
		return execute(new SayAlpha(text, escapeDigits, letterCase));
	}

	@Override
	default Optional<Character> sayPhonetic(String text, String escapeDigits) {
		return execute(new SayPhonetic(text, escapeDigits));
	}

	@Override
	default Optional<Character> sayDate(Instant moment, String escapeDigits) {
		return execute(new SayDate(moment, escapeDigits));
	}

	@Override
	default Optional<Character> sayTime(Instant moment, String escapeDigits) {
		return execute(new SayTime(moment, escapeDigits));
	}

	@Override
	default Optional<Character> sayDatetime(Instant moment, String escapeDigits) {
		return execute(new SayDatetime(moment, escapeDigits));
	}

	@Override
	default Optional<Character> sayDatetime(Instant moment, String escapeDigits, String format) {
		return execute(new SayDatetime(moment, escapeDigits, format));
	}

	@Override
	default Optional<Character> sayDatetime(Instant moment, String escapeDigits, String format, ZoneId zone) {
		return execute(new SayDatetime(moment, escapeDigits, format, zone));
	}

}
