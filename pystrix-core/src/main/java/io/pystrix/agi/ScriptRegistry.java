package io.pystrix.agi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which script serves which path. Scripts are tried in the order of their registration
 * and the first whose pattern matches the <em>start</em> of the path wins: {@code demo}
 * serves {@code demo}, {@code demo/7} and {@code demolition}; end it with {@code $} to
 * avoid that. The default script serves what is left.
 * <p>
 * Safe for use by several threads, and may change while calls are served: a call keeps
 * the script that it found at its start. When a path changes over from the default script
 * to one of its own or back, the new one registered first, each call finds one of the
 * two. One registry may serve several servers.
 *
 * @since 0.1.0
 */
public final class ScriptRegistry {

	// Together: who looks while a path changes over from one to the other finds either
	private volatile Scripts scripts = new Scripts(List.of(), null);

	private volatile List<AgiInterceptor> interceptors = List.of();

	/**
	 * Adds a script, named after its pattern.
	 * @param regex the paths that it serves, a regular expression
	 * @param handler the script
	 * @throws IllegalStateException if there is a script with the same pattern
	 */
	public void register(String regex, AgiHandler handler) {
		register(regex, Pattern.compile(regex), handler);
	}

	/**
	 * Adds a script, named after its pattern.
	 * @param pattern the paths that it serves
	 * @param handler the script
	 * @throws IllegalStateException if there is a script with the same pattern
	 */
	public void register(Pattern pattern, AgiHandler handler) {
		register(pattern.pattern(), pattern, handler);
	}

	/**
	 * Adds a script.
	 * @param name what it is called in logs and metrics
	 * @param pattern the paths that it serves
	 * @param handler the script
	 * @throws IllegalStateException if there is a script with the same pattern: same
	 * expression, same flags
	 */
	public synchronized void register(String name, Pattern pattern, AgiHandler handler) {
		if (indexOf(pattern) >= 0) {
			throw new IllegalStateException("A script is registered for the pattern '" + pattern + "' already");
		}
		List<RegisteredScript> changed = new ArrayList<>(this.scripts.inOrder());
		changed.add(new RegisteredScript(name, pattern, handler));
		this.scripts = this.scripts.with(changed);
	}

	/**
	 * Puts a script in the place of the one with the same pattern, or adds it if there is
	 * none.
	 * @param regex the paths that it serves, a regular expression
	 * @param handler the script
	 */
	public void replace(String regex, AgiHandler handler) {
		replace(Pattern.compile(regex), handler);
	}

	/**
	 * Puts a script in the place of the one with the same pattern, or adds it if there is
	 * none.
	 * @param pattern the paths that it serves
	 * @param handler the script
	 */
	public synchronized void replace(Pattern pattern, AgiHandler handler) {
		int index = indexOf(pattern);
		if (index < 0) {
			register(pattern, handler);
			return;
		}
		List<RegisteredScript> changed = new ArrayList<>(this.scripts.inOrder());
		changed.set(index, new RegisteredScript(changed.get(index).name(), pattern, handler));
		this.scripts = this.scripts.with(changed);
	}

	/**
	 * Removes a script.
	 * @param regex the pattern that it was registered with
	 * @return whether there was one
	 */
	public boolean unregister(String regex) {
		return unregister(Pattern.compile(regex));
	}

	/**
	 * Removes a script.
	 * @param pattern the pattern that it was registered with
	 * @return whether there was one
	 */
	public synchronized boolean unregister(Pattern pattern) {
		int index = indexOf(pattern);
		if (index >= 0) {
			List<RegisteredScript> changed = new ArrayList<>(this.scripts.inOrder());
			changed.remove(index);
			this.scripts = this.scripts.with(changed);
		}
		return index >= 0;
	}

	/**
	 * Sets the script for paths that no other serves, in place of the one before. Over
	 * FastAGI, the path is that of the address, and the arguments are those after it. A
	 * process AGI and AsyncAGI have no address: there the path is the first argument of
	 * the dialplan, which this script also finds as the first of its arguments; without
	 * arguments the path is {@code /}, or what the AsyncAGI server was given as its
	 * default path.
	 * @param handler the script
	 */
	public synchronized void registerDefault(AgiHandler handler) {
		this.scripts = new Scripts(this.scripts.inOrder(), new RegisteredScript("default", null, handler));
	}

	/**
	 * Removes the default script.
	 * @return whether there was one
	 */
	public synchronized boolean unregisterDefault() {
		boolean present = this.scripts.byDefault() != null;
		this.scripts = new Scripts(this.scripts.inOrder(), null);
		return present;
	}

	/**
	 * Removes all scripts but the default one.
	 */
	public synchronized void clear() {
		this.scripts = this.scripts.with(List.of());
	}

	/**
	 * Finds the script for a path.
	 * @param path the path
	 * @return the script and how it matched, empty if none does and there is no default
	 */
	public Optional<ScriptMatch> find(String path) {
		Scripts current = this.scripts;
		for (RegisteredScript script : current.inOrder()) {
			Pattern pattern = script.pattern();
			Matcher matcher = (pattern != null) ? pattern.matcher(path) : null;
			if (matcher != null && matcher.lookingAt()) {
				return Optional.of(new ScriptMatch(script, matcher));
			}
		}
		return Optional.ofNullable(current.byDefault()).map((script) -> new ScriptMatch(script, null));
	}

	/**
	 * Returns the scripts, without the default one.
	 * @return the scripts in the order in which they are tried; a copy
	 */
	public List<RegisteredScript> scripts() {
		return this.scripts.inOrder();
	}

	/**
	 * Returns the default script.
	 * @return the script, empty if there is none
	 */
	public Optional<RegisteredScript> defaultScript() {
		return Optional.ofNullable(this.scripts.byDefault());
	}

	/**
	 * Adds advice around all scripts, the default one included. The first one added is
	 * the outermost.
	 * @param interceptor the advice, which counts for calls that start from now on
	 */
	public synchronized void addInterceptor(AgiInterceptor interceptor) {
		List<AgiInterceptor> changed = new ArrayList<>(this.interceptors);
		changed.add(interceptor);
		this.interceptors = List.copyOf(changed);
	}

	/**
	 * Removes advice.
	 * @param interceptor the advice that was added
	 * @return whether it was there
	 */
	public synchronized boolean removeInterceptor(AgiInterceptor interceptor) {
		List<AgiInterceptor> changed = new ArrayList<>(this.interceptors);
		boolean present = changed.remove(interceptor);
		this.interceptors = List.copyOf(changed);
		return present;
	}

	/**
	 * Returns the advice around all scripts.
	 * @return the interceptors, the outermost first; a copy
	 */
	public List<AgiInterceptor> interceptors() {
		return this.interceptors;
	}

	private int indexOf(Pattern pattern) {
		List<RegisteredScript> current = this.scripts.inOrder();
		for (int i = 0; i < current.size(); i++) {
			if (current.get(i).hasPattern(pattern)) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * All scripts at one moment.
	 *
	 * @param inOrder those that have a pattern
	 * @param byDefault the one that serves what is left
	 */
	private record Scripts(List<RegisteredScript> inOrder, @Nullable RegisteredScript byDefault) {

		Scripts {
			inOrder = List.copyOf(inOrder);
		}

		Scripts with(List<RegisteredScript> changed) {
			return new Scripts(changed, this.byDefault);
		}

	}

}
