package io.pystrix.agi.command;

import java.util.Locale;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.TddSetting;

/**
 * Sets what the channel does with text telephones. Results in whether it can.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/tdd_mode/">TDD
 * MODE</a>
 */
public final class TddMode extends AgiCommand<Boolean> {

	/**
	 * Sets the mode.
	 * @param setting the mode
	 */
	public TddMode(TddSetting setting) {
		super("TDD MODE", setting.name().toLowerCase(Locale.ROOT));
	}

	@Override
	public Boolean result(AgiReply reply) {
		return "1".equals(Checks.succeeded(reply).result());
	}

}
