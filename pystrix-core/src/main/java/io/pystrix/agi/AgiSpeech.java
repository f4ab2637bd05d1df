package io.pystrix.agi;

import java.time.Duration;

import io.pystrix.NotForImplementation;

/**
 * The commands about speech recognition. Asterisk needs a module with an engine for them.
 * What holds for all commands is said at {@link Agi}.
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface AgiSpeech {

	/**
	 * Creates the speech object of the call.
	 * @param engine the engine, empty for the first that is there
	 * @throws AgiApplicationException if there is no such engine
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_create/">SPEECH
	 * CREATE</a>
	 */
	void speechCreate(String engine);

	/**
	 * Destroys the speech object. Works after the hang-up.
	 * @throws AgiApplicationException if the engine refuses or there is no speech object
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_destroy/">SPEECH
	 * DESTROY</a>
	 */
	void speechDestroy();

	/**
	 * Sets something of the engine.
	 * @param name what
	 * @param value the value
	 * @throws AgiApplicationException if the engine refuses or there is no speech object
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_set/">SPEECH
	 * SET</a>
	 */
	void speechSet(String name, String value);

	/**
	 * Loads a grammar.
	 * @param grammar the name of the grammar
	 * @param path where it is, on the PBX
	 * @throws AgiApplicationException if the engine refuses or there is no speech object
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_load_grammar/">SPEECH
	 * LOAD GRAMMAR</a>
	 */
	void speechLoadGrammar(String grammar, String path);

	/**
	 * Unloads a grammar. Works after the hang-up.
	 * @param grammar the name of the grammar
	 * @throws AgiApplicationException if the engine refuses or there is no speech object
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_unload_grammar/">SPEECH
	 * UNLOAD GRAMMAR</a>
	 */
	void speechUnloadGrammar(String grammar);

	/**
	 * Activates a grammar.
	 * @param grammar the name of the grammar
	 * @throws AgiApplicationException if the engine refuses or there is no speech object
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_activate_grammar/">SPEECH
	 * ACTIVATE GRAMMAR</a>
	 */
	void speechActivateGrammar(String grammar);

	/**
	 * Deactivates a grammar.
	 * @param grammar the name of the grammar
	 * @throws AgiApplicationException if the engine refuses or there is no speech object
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_deactivate_grammar/">SPEECH
	 * DEACTIVATE GRAMMAR</a>
	 */
	void speechDeactivateGrammar(String grammar);

	/**
	 * Plays a sound file and listens to what the caller says or presses.
	 * @param prompt the name without extension
	 * @param timeout how long to listen after the prompt, in whole seconds and rounded up
	 * @return what was understood
	 * @throws AgiApplicationException if the engine refuses or there is no speech object
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_recognize/">SPEECH
	 * RECOGNIZE</a>
	 */
	SpeechResult speechRecognize(String prompt, Duration timeout);

	/**
	 * Plays a sound file from somewhere and listens to what the caller says or presses.
	 * @param prompt the name without extension
	 * @param timeout how long to listen after the prompt, in whole seconds and rounded up
	 * @param offset where to start, in samples
	 * @return what was understood
	 * @throws AgiApplicationException if the engine refuses or there is no speech object
	 */
	SpeechResult speechRecognize(String prompt, Duration timeout, long offset);

}
