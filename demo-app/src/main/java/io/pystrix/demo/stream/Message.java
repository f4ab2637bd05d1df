package io.pystrix.demo.stream;

/**
 * One message to pages. All of them share it.
 *
 * @param type {@code snapshot}, {@code change} or {@code heartbeat}
 * @param json what it says
 */
record Message(String type, String json) {

	static final Message HEARTBEAT = new Message("heartbeat", "{}");

}
