package io.pystrix.agi.prompt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;

/**
 * A prompt whose keys lead to scripts; itself a script, so that menus may lead to menus:
 *
 * <pre>{@code
 * scripts.register("main", Menu.of(Announcement.of("main-menu"))
 *     .route("1", sales)
 *     .route("2", Menu.of(Announcement.of("support-menu")).route("1", hardware).route("2", software))
 *     .otherwise(operator));
 * }</pre>
 *
 * Immutable: every method returns a new menu.
 *
 * @since 0.1.0
 */
public final class Menu implements AgiHandler {

	private static final AgiHandler NOTHING = (agi, request) -> {
	};

	private final Prompt<String> prompt;

	private final Map<String, AgiHandler> routes;

	private final AgiHandler otherwise;

	private Menu(Prompt<String> prompt, Map<String, AgiHandler> routes, AgiHandler otherwise) {
		this.prompt = prompt;
		this.routes = routes;
		this.otherwise = otherwise;
	}

	/**
	 * Returns a menu without choices, which asks as a prompt does by default.
	 * @param announcement what the caller hears
	 * @return the menu
	 */
	public static Menu of(Announcement announcement) {
		return of(Prompt.of(announcement));
	}

	/**
	 * Returns a menu without choices.
	 * @param prompt how to ask; its number of keys, its terminators and what is valid are
	 * set by the menu
	 * @return the menu
	 */
	public static Menu of(Prompt<String> prompt) {
		return new Menu(prompt, Map.of(), NOTHING);
	}

	/**
	 * Adds a choice.
	 * @param keys the keys that the caller presses, one at least. If some choices have
	 * several, the caller has to wait or press {@code #} after a shorter one
	 * @param handler what to run then
	 * @return the longer menu
	 * @throws IllegalArgumentException if these keys are taken, or are none
	 */
	public Menu route(String keys, AgiHandler handler) {
		if (keys.isEmpty() || this.routes.containsKey(keys)) {
			throw new IllegalArgumentException("Not the keys of a further choice: '" + keys + "'");
		}
		Map<String, AgiHandler> longer = new LinkedHashMap<>(this.routes);
		longer.put(DigitCollector.keys(keys), handler);
		return new Menu(this.prompt, longer, this.otherwise);
	}

	/**
	 * Sets what to run if the caller has chosen nothing in any attempt.
	 * @param handler what to run; default: nothing, the script ends
	 * @return the changed menu
	 */
	public Menu otherwise(AgiHandler handler) {
		return new Menu(this.prompt, this.routes, handler);
	}

	/**
	 * Asks the caller.
	 * @param agi the call
	 * @return the handler of the choice, absent if there was none
	 */
	public Optional<AgiHandler> choose(Agi agi) {
		int longest = this.routes.keySet().stream().mapToInt(String::length).max().orElse(1);
		boolean hash = this.routes.keySet().stream().anyMatch((keys) -> keys.contains("#"));
		return this.prompt.digits(1, longest)
			.terminators((longest == 1 || hash) ? "" : "#")
			.validate(this.routes::containsKey)
			.ask(agi)
			.value()
			.map(this.routes::get);
	}

	@Override
	public void handle(Agi agi, AgiRequest request) throws Exception {
		choose(agi).orElse(this.otherwise).handle(agi, request);
	}

}
