package io.pystrix.demo.calls;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Calls over HTTP.
 */
@RestController
@RequestMapping("/api/calls")
class CallController {

	private static final Pattern CALLER_ID = Pattern.compile("[\\p{L}0-9 .'+*#_-]{0,40}(<[0-9+*#]{1,32}>)?");

	private static final Pattern DIGITS = Pattern.compile("[0-9*#A-D]{1,32}");

	private final CallLog calls;

	private final CallService service;

	CallController(CallLog calls, CallService service) {
		this.calls = calls;
		this.service = service;
	}

	@GetMapping
	List<Call> list() {
		return this.calls.list();
	}

	@GetMapping("/{id}")
	Call get(@PathVariable String id) {
		Call call = this.calls.find(id);
		if (call == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such call");
		}
		return call;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	CompletableFuture<ResponseEntity<Call>> place(@RequestBody NewCall body) {
		String destination = Inputs.extension("destination", body.destination());
		String callerId = body.callerId();
		if (callerId != null && !callerId.isBlank()) {
			Inputs.require(CALLER_ID, callerId, "'callerId' must be a name, a number or: name <number>");
		}
		return this.service.place(destination, (callerId != null && !callerId.isBlank()) ? callerId : null)
			.thenApply((call) -> ResponseEntity.accepted().location(URI.create("/api/calls/" + call.id())).body(call));
	}

	@PostMapping(path = "/{id}/digits", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void press(@PathVariable String id, @RequestBody NewDigits body) {
		String digits = Inputs.require(DIGITS, body.digits(), "'digits' must be 1 to 32 of 0-9, *, # and A-D");
		this.service.press(living(id), digits);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void hangUp(@PathVariable String id) {
		this.service.hangUp(living(id).id());
	}

	private Call living(String id) {
		Call call = get(id);
		if (call.state().isOver()) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "The call is over");
		}
		return call;
	}

	/**
	 * A call to place.
	 *
	 * @param destination the extension to connect with
	 * @param callerId whom the caller's telephone shows, {@code null} or empty for nobody
	 */
	record NewCall(@Nullable String destination, @Nullable String callerId) {

	}

	/**
	 * Keys to press.
	 *
	 * @param digits the keys, in order
	 */
	record NewDigits(@Nullable String digits) {

	}

}
