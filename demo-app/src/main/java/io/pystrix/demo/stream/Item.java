package io.pystrix.demo.stream;

/**
 * A row of a {@link Section}: an immutable value that becomes JSON, equal to another if
 * there is nothing to tell.
 */
public interface Item {

	/**
	 * What it is known by in its section.
	 * @return the id, which never changes
	 */
	String id();

}
