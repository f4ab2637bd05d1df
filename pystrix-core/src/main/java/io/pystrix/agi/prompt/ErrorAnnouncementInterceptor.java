package io.pystrix.agi.prompt;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiAbortedException;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.AgiRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays an announcement to the caller when a script fails. The call still counts as
 * failed, is logged as such, and the dialplan learns of it. Nothing is played if the
 * caller has hung up or the server has stopped.
 *
 * @since 0.1.0
 */
public final class ErrorAnnouncementInterceptor implements AgiInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(ErrorAnnouncementInterceptor.class);

	private final Announcement announcement;

	/**
	 * Creates an interceptor.
	 * @param announcement what the caller hears, such as
	 * {@code Announcement.of("an-error-has-occurred")}
	 */
	public ErrorAnnouncementInterceptor(Announcement announcement) {
		this.announcement = announcement;
	}

	@Override
	public void intercept(Agi agi, AgiRequest request, AgiHandler next) throws Exception {
		try {
			next.handle(agi, request);
		}
		catch (AgiHangupException | AgiAbortedException | InterruptedException ex) {
			throw ex;
		}
		catch (Exception ex) {
			announce(agi);
			throw ex;
		}
	}

	private void announce(Agi agi) {
		if (agi.isHungUp()) {
			return;
		}
		try {
			this.announcement.play(agi);
		}
		catch (AgiException ex) {
			logger.debug("The caller could not be told of a failure", ex);
		}
	}

}
