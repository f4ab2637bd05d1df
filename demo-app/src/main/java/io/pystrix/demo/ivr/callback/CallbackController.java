package io.pystrix.demo.ivr.callback;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The requests to be called back, over HTTP:
 * <ul>
 * <li>{@code GET /api/callbacks} and {@code GET /api/callbacks/{id}} show them
 * <li>{@code POST /api/callbacks/{id}/attempts} calls now
 * </ul>
 */
@RestController
@RequestMapping("/api/callbacks")
class CallbackController {

	private final CallbackService callbacks;

	CallbackController(CallbackService callbacks) {
		this.callbacks = callbacks;
	}

	@GetMapping
	List<Callback> list() {
		return this.callbacks.list();
	}

	@GetMapping("/{id}")
	Callback get(@PathVariable long id) {
		return this.callbacks.find(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such call-back"));
	}

	@PostMapping("/{id}/attempts")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Callback call(@PathVariable long id) {
		if (!this.callbacks.call(get(id))) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "The call-back does not wait for a call");
		}
		return get(id);
	}

}
