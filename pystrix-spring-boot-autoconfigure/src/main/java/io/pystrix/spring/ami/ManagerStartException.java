package io.pystrix.spring.ami;

import io.pystrix.ami.ManagerException;

/**
 * The application was told to fail if it cannot connect to Asterisk, and it cannot. The
 * cause says why.
 */
public class ManagerStartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ManagerStartException(ManagerException cause) {
		super("Cannot connect to Asterisk: " + cause.getMessage(), cause);
	}

}
