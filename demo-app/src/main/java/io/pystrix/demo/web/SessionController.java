package io.pystrix.demo.web;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the page whether somebody is logged in.
 */
@RestController
class SessionController {

	@GetMapping("/api/session")
	Session session(@Nullable Principal principal) {
		return new Session((principal != null) ? principal.getName() : null);
	}

	/**
	 * Who uses the page.
	 *
	 * @param user the name, {@code null} if there is no login
	 */
	record Session(@Nullable String user) {

	}

}
