/**
 * Click to call, as a module.
 */
module com.example.clicktocall {

	requires io.pystrix.core;

}
