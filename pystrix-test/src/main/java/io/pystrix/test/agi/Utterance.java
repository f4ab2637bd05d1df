package io.pystrix.test.agi;

/**
 * What the speech engine understands when the caller speaks.
 *
 * @param text the words
 * @param score how sure the engine is, 0 to 1000
 * @param grammar the grammar that they fit
 */
record Utterance(String text, int score, String grammar) {

}
