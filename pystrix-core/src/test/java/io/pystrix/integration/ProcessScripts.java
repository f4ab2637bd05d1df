package io.pystrix.integration;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.process.ProcessAgi;

/**
 * The scripts that run inside the real Asterisk. What they see they tell by setting a
 * variable, which works after a hang-up, too.
 */
final class ProcessScripts {

	static final String TOLD = "TOLD";

	private ProcessScripts() {
	}

	private static void tell(Agi agi, Object what) {
		agi.setVariable(TOLD, String.valueOf(what));
	}

	private static String failure(Runnable command) {
		try {
			command.run();
			return "none";
		}
		catch (AgiException ex) {
			return ex.getClass().getSimpleName();
		}
	}

	/** What the example of pystrix does. */
	static final class Demo implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			System.out.println("This is no command");
			agi.answer();
			tell(agi, agi.channelStatus());
			tell(agi,
					agi.streamFile("demo-thanks", "12")
						.map((hit) -> hit.digit() + ((hit.offset() > 0) ? " later" : " at once"))
						.orElse("none"));
			agi.sayDigits("1");
			System.out.println("200 result=0");
			tell(agi, agi.getVariable("NOT_SET").isPresent());
			String greeting = "say \"hi\" (a) \u00e9 ";
			agi.setVariable("GREETING", greeting);
			tell(agi, agi.getVariable("GREETING").orElse("none").equals(greeting));
			tell(agi, failure(() -> agi.streamFile("nofile")));
		}

	}

	static final class Arguments implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			tell(agi, request.path());
			tell(agi, request.args());
			tell(agi, request.environment().isEnhanced());
			tell(agi, request.remoteAddress());
		}

	}

	static final class Failing implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			throw new IllegalStateException("on purpose");
		}

	}

	/** Never ends by itself, and tells what process it is in. */
	static final class Sleeping implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) throws Exception {
			tell(agi, ProcessHandle.current().pid());
			new CountDownLatch(1).await();
		}

	}

	/**
	 * Is in the midst of an application, which does not look at what the script sends.
	 */
	static final class Reading implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			tell(agi, ProcessHandle.current().pid());
			agi.exec("Read", "DIGIT,,1,,1,600");
		}

	}

	/** Does nothing until the signal comes. */
	static final class Idle implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) throws Exception {
			CountDownLatch hungUp = new CountDownLatch(1);
			agi.onHangup(hungUp::countDown);
			tell(agi, agi.isHungUp());
			hungUp.await();
			boolean noticed = agi.isHungUp();
			String first = failure(() -> agi.streamFile("beep"));
			tell(agi, noticed);
			tell(agi, first);
			tell(agi, failure(() -> agi.streamFile("beep")));
		}

	}

	/** Is in the midst of a command when the caller hangs up. */
	static final class Waiting implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			String first = failure(() -> agi.waitForDigit(Duration.ofMinutes(1)));
			tell(agi, first);
			tell(agi, agi.isHungUp());
			agi.sayDigits("1");
		}

	}

	/** Has to find out by itself, as no signal comes. */
	static final class Deaf implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			tell(agi, agi.isHungUp());
			String ending = "none";
			while (!agi.isHungUp()) {
				ending = failure(() -> agi.waitForDigit(Duration.ofMillis(100)));
			}
			tell(agi, ending);
			agi.streamFile("beep");
		}

	}

	/** Listens for two seconds while it plays a prompt, and then to the end. */
	static final class Listening implements AgiHandler {

		private static final int RATE = 16_000;

		@Override
		public void handle(Agi agi, AgiRequest request) throws Exception {
			try (InputStream audio = ProcessAgi.audio(agi)) {
				audio.readNBytes(RATE / 10);
				long start = System.nanoTime();
				// What has come meanwhile, as it takes a while to start Java
				for (int here = audio.available(); here > 0; here = audio.available()) {
					audio.readNBytes(here);
					start = System.nanoTime();
				}
				CompletableFuture<Boolean> played = CompletableFuture
					.supplyAsync(() -> agi.streamFile("beep", "1").isEmpty());
				byte[] sound = audio.readNBytes(2 * RATE);
				tell(agi, request.environment().isEnhanced());
				tell(agi, sound.length);
				tell(agi, (System.nanoTime() - start) / 1_000_000);
				tell(agi, loudness(sound));
				tell(agi, played.join());
				audio.readAllBytes();
				tell(agi, failure(agi::answer));
			}
		}

		private static long loudness(byte[] sound) {
			double sum = 0;
			for (int i = 0; i < sound.length; i += 2) {
				short sample = ByteBuffer.wrap(sound).order(ByteOrder.nativeOrder()).getShort(i);
				sum += (double) sample * sample;
			}
			return Math.round(Math.sqrt(sum / sound.length * 2));
		}

	}

}
