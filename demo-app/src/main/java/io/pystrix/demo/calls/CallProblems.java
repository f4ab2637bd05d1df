package io.pystrix.demo.calls;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.ManagerConnectionException;
import io.pystrix.ami.ManagerTimeoutException;
import io.pystrix.ami.control.ChannelGoneException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Tells over HTTP what went wrong between here and Asterisk.
 */
@RestControllerAdvice
class CallProblems {

	@ExceptionHandler
	ProblemDetail unreachable(ManagerConnectionException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "There is no connection to Asterisk");
	}

	@ExceptionHandler
	ProblemDetail silent(ManagerTimeoutException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.GATEWAY_TIMEOUT, "Asterisk does not answer");
	}

	@ExceptionHandler
	ProblemDetail gone(ChannelGoneException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
				"The channel was hung up; perhaps there is no such extension");
	}

	@ExceptionHandler
	ProblemDetail refused(ActionFailedException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY,
				"Asterisk refuses: " + ex.response().get("Message"));
	}

}
