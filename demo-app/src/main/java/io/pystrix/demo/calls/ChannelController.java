package io.pystrix.demo.calls;

import java.util.concurrent.CompletableFuture;

import io.pystrix.ami.live.AsteriskState;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What can be done with any channel of Asterisk, over HTTP. Its unique id is that of the
 * call if this application has placed it.
 */
@RestController
@RequestMapping("/api/channels/{id}")
class ChannelController {

	private final AsteriskState state;

	private final CallService service;

	ChannelController(AsteriskState state, CallService service) {
		this.state = state;
		this.service = service;
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void hangUp(@PathVariable String id) {
		this.service.hangUp(living(id));
	}

	@PostMapping(path = "/transfer", consumes = MediaType.APPLICATION_JSON_VALUE)
	CompletableFuture<Transfer> transfer(@PathVariable String id, @RequestBody Transfer body) {
		String extension = Inputs.extension("extension", body.extension());
		return this.service.transfer(living(id), extension).thenApply((done) -> body);
	}

	@PostMapping("/park")
	CompletableFuture<Parked> park(@PathVariable String id) {
		return this.service.park(living(id)).thenApply(Parked::new);
	}

	private String living(String id) {
		return this.state.channel(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such channel"))
			.uniqueid();
	}

	/**
	 * Where to send a channel.
	 *
	 * @param extension the extension
	 */
	record Transfer(@Nullable String extension) {

	}

	/**
	 * Where a channel is parked.
	 *
	 * @param space the extension that takes it back
	 */
	record Parked(String space) {

	}

}
