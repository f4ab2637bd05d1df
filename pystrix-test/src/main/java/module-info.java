/**
 * Plays Asterisk in the tests of an application.
 */
module io.pystrix.test {

	requires static transitive org.assertj.core;
	requires static transitive org.jspecify;
	requires static transitive org.junit.jupiter.api;
	requires org.slf4j;

	exports io.pystrix.test;
	exports io.pystrix.test.agi;
	exports io.pystrix.test.ami;
	exports io.pystrix.test.junit;
	exports io.pystrix.test.pbx;
	exports io.pystrix.test.release;

}
