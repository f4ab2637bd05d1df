package io.pystrix.test;

/**
 * One priority of an extension.
 *
 * @param application the application
 * @param data its data
 */
record Step(String application, String data) {

}
