package io.pystrix.agi.internal;

import java.time.Duration;

import io.pystrix.agi.AgiSpeech;
import io.pystrix.agi.SpeechResult;
import io.pystrix.agi.command.SpeechActivateGrammar;
import io.pystrix.agi.command.SpeechCreate;
import io.pystrix.agi.command.SpeechDeactivateGrammar;
import io.pystrix.agi.command.SpeechDestroy;
import io.pystrix.agi.command.SpeechLoadGrammar;
import io.pystrix.agi.command.SpeechRecognize;
import io.pystrix.agi.command.SpeechSet;
import io.pystrix.agi.command.SpeechUnloadGrammar;

/**
 * The commands about speech recognition. Asterisk needs a module with an engine for them.
 */
interface SpeechMethods extends AgiSpeech, CommandExecutor {

	@Override
	default void speechCreate(String engine) {
		execute(new SpeechCreate(engine));
	}

	@Override
	default void speechDestroy() {
		execute(new SpeechDestroy());
	}

	@Override
	default void speechSet(String name, String value) {
		execute(new SpeechSet(name, value));
	}

	@Override
	default void speechLoadGrammar(String grammar, String path) {
		execute(new SpeechLoadGrammar(grammar, path));
	}

	@Override
	default void speechUnloadGrammar(String grammar) {
		execute(new SpeechUnloadGrammar(grammar));
	}

	@Override
	default void speechActivateGrammar(String grammar) {
		execute(new SpeechActivateGrammar(grammar));
	}

	@Override
	default void speechDeactivateGrammar(String grammar) {
		execute(new SpeechDeactivateGrammar(grammar));
	}

	@Override
	default SpeechResult speechRecognize(String prompt, Duration timeout) {
		return execute(new SpeechRecognize(prompt, timeout));
	}

	@Override
	default SpeechResult speechRecognize(String prompt, Duration timeout, long offset) {
		return execute(new SpeechRecognize(prompt, timeout, offset));
	}

}
