package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiInput;
import io.pystrix.agi.DataInput;
import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.agi.TddSetting;
import io.pystrix.agi.command.GetData;
import io.pystrix.agi.command.GetOption;
import io.pystrix.agi.command.ReceiveChar;
import io.pystrix.agi.command.ReceiveText;
import io.pystrix.agi.command.SendImage;
import io.pystrix.agi.command.SendText;
import io.pystrix.agi.command.TddMode;
import io.pystrix.agi.command.WaitForDigit;

/**
 * The commands that exchange keys and text with the caller.
 */
interface InputMethods extends AgiInput, CommandExecutor {

	@Override
	default DataInput getData(String file) {
		return execute(new GetData(file));
	}

	@Override
	default DataInput getData(String file, Duration timeout) {
		return execute(new GetData(file, timeout));
	}

	@Override
	default DataInput getData(String file, Duration timeout, int maxDigits) {
		return execute(new GetData(file, timeout, maxDigits));
	}

	@Override
	default Optional<DtmfInterrupt> getOption(String file, String escapeDigits) {
		return execute(new GetOption(file, escapeDigits));
	}

	@Override
	default Optional<DtmfInterrupt> getOption(String file, String escapeDigits, Duration timeout) {
		return execute(new GetOption(file, escapeDigits, timeout));
	}

	@Override
	default char waitForDigit() {
		return execute(new WaitForDigit())
			.orElseThrow(() -> new AgiApplicationException("Waiting for a digit ended without one"));
	}

	@Override
	default Optional<Character> waitForDigit(Duration timeout) {
		return execute(new WaitForDigit(timeout));
	}

	@Override
	default Optional<Character> receiveChar(Duration timeout) {
		return execute(new ReceiveChar(timeout));
	}

	@Override
	default Optional<String> receiveText(Duration timeout) {
		return execute(new ReceiveText(timeout));
	}

	@Override
	default void sendText(String text) {
		execute(new SendText(text));
	}

	@Override
	default void sendImage(String image) {
		execute(new SendImage(image));
	}

	@Override
	default boolean tddMode(TddSetting setting) {
		return execute(new TddMode(setting));
	}

}
