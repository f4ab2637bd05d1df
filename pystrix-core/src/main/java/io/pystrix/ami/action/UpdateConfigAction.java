package io.pystrix.ami.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiResponse;

/**
 * Changes a configuration file, step by step in the order in which the methods are
 * called. Asterisk takes about sixty steps in one action.
 * <p>
 * Asterisk 13 and later.
 *
 * <pre class="code">
 * new UpdateConfigAction("queues.conf", "queues.conf")
 *     .newCategory("support")
 *     .append("support", "strategy", "ringall")
 *     .reload("app_queue")
 * </pre>
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AMI_Actions/UpdateConfig">UpdateConfig</a>
 */
public final class UpdateConfigAction extends AmiAction<AmiResponse> {

	private final int steps;

	/**
	 * Creates the action.
	 * @param srcFilename the file to read
	 * @param dstFilename the file to write, which may be the same
	 */
	public UpdateConfigAction(String srcFilename, String dstFilename) {
		this(List.of(new AmiHeader("SrcFilename", srcFilename), new AmiHeader("DstFilename", dstFilename)), 0);
	}

	private UpdateConfigAction(List<AmiHeader> headers, int steps) {
		super("UpdateConfig", headers);
		this.steps = steps;
	}

	/**
	 * Reads the configuration anew afterwards.
	 * @param module the module to reload, or {@code yes} for all
	 * @return the new action
	 */
	public UpdateConfigAction reload(String module) {
		return new UpdateConfigAction(withHeader("Reload", module), this.steps);
	}

	/**
	 * Sets whether what categories inherit is kept when their templates change.
	 * @param preserve {@code true}, as it is by default, to keep it
	 * @return the new action
	 */
	public UpdateConfigAction preserveEffectiveContext(boolean preserve) {
		return new UpdateConfigAction(withHeader("PreserveEffectiveContext", String.valueOf(preserve)), this.steps);
	}

	/**
	 * Adds a category at the end of the file.
	 * @param category the name
	 * @return the new action
	 */
	public UpdateConfigAction newCategory(String category) {
		return step("NewCat", category);
	}

	/**
	 * Adds a category at the end of the file.
	 * @param category the name
	 * @param options such as {@code template} or {@code inherit="base"}
	 * @return the new action
	 */
	public UpdateConfigAction newCategory(String category, String options) {
		return step("NewCat", category, "Options", options);
	}

	/**
	 * Gives a category another name.
	 * @param category the name
	 * @param name the new name
	 * @return the new action
	 */
	public UpdateConfigAction renameCategory(String category, String name) {
		return step("RenameCat", category, "Value", name);
	}

	/**
	 * Deletes a category.
	 * @param category the name
	 * @return the new action
	 */
	public UpdateConfigAction deleteCategory(String category) {
		return step("DelCat", category);
	}

	/**
	 * Deletes all lines of a category.
	 * @param category the name
	 * @return the new action
	 */
	public UpdateConfigAction emptyCategory(String category) {
		return step("EmptyCat", category);
	}

	/**
	 * Changes the value of an option that is there.
	 * @param category the name of the category
	 * @param variable the name of the option
	 * @param value the new value; one that begins with {@code >} is written behind
	 * {@code =>}
	 * @return the new action
	 */
	public UpdateConfigAction update(String category, String variable, String value) {
		return step("Update", category, "Var", variable, "Value", value);
	}

	/**
	 * Changes the value of an option that is there with a certain value.
	 * @param category the name of the category
	 * @param variable the name of the option
	 * @param value the new value
	 * @param match the value that it must have had
	 * @return the new action
	 */
	public UpdateConfigAction update(String category, String variable, String value, String match) {
		return step("Update", category, "Var", variable, "Value", value, "Match", match);
	}

	/**
	 * Deletes an option.
	 * @param category the name of the category
	 * @param variable the name of the option
	 * @return the new action
	 */
	public UpdateConfigAction delete(String category, String variable) {
		return step("Delete", category, "Var", variable);
	}

	/**
	 * Deletes an option that has a certain value.
	 * @param category the name of the category
	 * @param variable the name of the option
	 * @param match the value that it must have
	 * @return the new action
	 */
	public UpdateConfigAction delete(String category, String variable, String match) {
		return step("Delete", category, "Var", variable, "Match", match);
	}

	/**
	 * Adds an option at the end of a category.
	 * @param category the name of the category
	 * @param variable the name of the option
	 * @param value the value
	 * @return the new action
	 */
	public UpdateConfigAction append(String category, String variable, String value) {
		return step("Append", category, "Var", variable, "Value", value);
	}

	/**
	 * Adds an option at a certain line of a category.
	 * @param category the name of the category
	 * @param line the number of the line, from 0 on
	 * @param variable the name of the option
	 * @param value the value
	 * @return the new action
	 */
	public UpdateConfigAction insert(String category, int line, String variable, String value) {
		return step("Insert", category, "Var", variable, "Value", value, "Line", String.valueOf(line));
	}

	/**
	 * Asterisk overlooks all steps behind a gap in the numbers, so they are given here.
	 */
	private UpdateConfigAction step(String action, String category, String... others) {
		String number = String.format(Locale.ROOT, "-%06d", this.steps);
		List<AmiHeader> headers = new ArrayList<>(headers());
		headers.add(new AmiHeader("Action" + number, action));
		headers.add(new AmiHeader("Cat" + number, category));
		for (int i = 0; i < others.length; i += 2) {
			headers.add(new AmiHeader(others[i] + number, others[i + 1]));
		}
		return new UpdateConfigAction(headers, this.steps + 1);
	}

	@Override
	public List<String> privileges() {
		return List.of("config");
	}

	@Override
	public AmiResponse result(AmiResponse response, List<AmiEvent> events) {
		return response;
	}

}
