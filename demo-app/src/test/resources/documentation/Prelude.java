package documentation;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import io.pystrix.agi.*;
import io.pystrix.agi.async.*;
import io.pystrix.agi.command.*;
import io.pystrix.agi.fastagi.*;
import io.pystrix.agi.process.*;
import io.pystrix.agi.prompt.*;
import io.pystrix.ami.*;
import io.pystrix.ami.action.*;
import io.pystrix.ami.control.*;
import io.pystrix.ami.event.*;
import io.pystrix.ami.live.*;
import io.pystrix.ami.message.*;
import io.pystrix.spring.agi.*;
import io.pystrix.spring.ami.*;
import io.pystrix.spring.boot.autoconfigure.*;
import io.pystrix.spring.boot.test.*;
import io.pystrix.test.*;
import io.pystrix.test.agi.*;
import io.pystrix.test.ami.*;
import io.pystrix.test.junit.*;
import io.pystrix.test.release.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

import static io.pystrix.test.agi.AgiAssertions.assertThat;

/**
 * What the reader of a snippet of the documentation is spared: each snippet is given
 * these imports and, by a static import, what is in here. So the variables, methods and
 * classes that it uses but does not declare belong here; its own hide them.
 */
public final class Prelude {

	public static final Logger log = LoggerFactory.getLogger("snippet");

	public static Agi agi;

	public static AgiRequest request;

	public static FastAgiServer server;

	public static Manager manager;

	public static AsteriskState state;

	public static Calls calls;

	public static Call call;

	public static LiveChannel liveChannel;

	// Menus

	public static AgiHandler sales;

	public static AgiHandler hardware;

	public static AgiHandler software;

	public static AgiHandler operator;

	public static boolean isBlocked(Object caller) {
		return false;
	}


	public static final class Sales implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
		}

	}

	public static final class Switchboard implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
		}

	}

	public static class DataAccessException extends RuntimeException {

	}

}
