package io.pystrix.test.pbx;

/**
 * One priority of an extension.
 *
 * @param application the application
 * @param data its data
 */
record Step(String application, String data) {

}
