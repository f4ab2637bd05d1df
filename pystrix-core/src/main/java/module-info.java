/**
 * Asterisk from Java: AGI over all of its transports, and the manager interface.
 */
module io.pystrix.core {

	requires static transitive org.jspecify;
	requires org.slf4j;
	// SIGHUP, by which Asterisk reports the hang-up to a process
	requires jdk.unsupported;

	exports io.pystrix;
	exports io.pystrix.agi;
	exports io.pystrix.agi.async;
	exports io.pystrix.agi.command;
	exports io.pystrix.agi.fastagi;
	exports io.pystrix.agi.process;
	exports io.pystrix.agi.prompt;
	exports io.pystrix.ami;
	exports io.pystrix.ami.action;
	exports io.pystrix.ami.control;
	exports io.pystrix.ami.event;
	exports io.pystrix.ami.live;
	exports io.pystrix.ami.message;

	uses io.pystrix.ami.message.AmiEventCatalog;

	provides io.pystrix.ami.message.AmiEventCatalog with io.pystrix.ami.event.StandardEvents;

}
