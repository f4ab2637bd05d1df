package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.DataInput;
import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.agi.command.Answer;
import io.pystrix.agi.command.Exec;
import io.pystrix.agi.command.GetData;
import io.pystrix.agi.command.GetFullVariable;
import io.pystrix.agi.command.GetVariable;
import io.pystrix.agi.command.Hangup;
import io.pystrix.agi.command.Noop;
import io.pystrix.agi.command.SayDigits;
import io.pystrix.agi.command.SayNumber;
import io.pystrix.agi.command.SetVariable;
import io.pystrix.agi.command.StreamFile;
import io.pystrix.agi.command.Verbose;
import io.pystrix.agi.command.WaitForDigit;
import org.jspecify.annotations.Nullable;

/**
 * The methods that are commands.
 */
abstract class CommandMethods implements Agi {

	@Override
	public void answer() {
		execute(new Answer());
	}

	@Override
	public void hangup() {
		execute(new Hangup());
	}

	@Override
	public void hangup(String channel) {
		execute(new Hangup(channel));
	}

	@Override
	public void noop() {
		execute(new Noop());
	}

	@Override
	public Optional<DtmfInterrupt> streamFile(String file, String escapeDigits, long offset) {
		return execute(new StreamFile(file, escapeDigits, offset));
	}

	@Override
	public DataInput getData(String file) {
		return execute(new GetData(file));
	}

	@Override
	public DataInput getData(String file, Duration timeout) {
		return execute(new GetData(file, timeout));
	}

	@Override
	public DataInput getData(String file, Duration timeout, int maxDigits) {
		return execute(new GetData(file, timeout, maxDigits));
	}

	@Override
	public char waitForDigit() {
		return execute(new WaitForDigit())
			.orElseThrow(() -> new AgiApplicationException("Waiting for a digit ended without one"));
	}

	@Override
	public Optional<Character> waitForDigit(Duration timeout) {
		return execute(new WaitForDigit(timeout));
	}

	@Override
	public Optional<Character> sayDigits(String digits, String escapeDigits) {
		return execute(new SayDigits(digits, escapeDigits));
	}

	@Override
	public Optional<Character> sayNumber(int number, String escapeDigits) {
		return execute(new SayNumber(number, escapeDigits));
	}

	@Override
	public Optional<String> getVariable(String name) {
		return execute(new GetVariable(name));
	}

	@Override
	public Optional<String> getFullVariable(String expression) {
		return execute(new GetFullVariable(expression));
	}

	@Override
	public void setVariable(String name, String value) {
		execute(new SetVariable(name, value));
	}

	@Override
	public void verbose(String message, int level) {
		execute(new Verbose(message, level));
	}

	@Override
	public int exec(String application, @Nullable String... options) {
		return execute(new Exec(application, options));
	}

}
