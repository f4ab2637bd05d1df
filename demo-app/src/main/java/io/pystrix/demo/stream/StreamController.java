package io.pystrix.demo.stream;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream over HTTP, as server-sent events.
 */
@RestController
class StreamController {

	private static final String RETRY_SECONDS = "10";

	private final Broadcast broadcast;

	StreamController(Broadcast broadcast) {
		this.broadcast = broadcast;
	}

	@GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	ResponseEntity<SseEmitter> open() {
		Viewer viewer = this.broadcast.open();
		if (viewer == null) {
			return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
				.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
				.build();
		}
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(viewer.emitter());
	}

}
