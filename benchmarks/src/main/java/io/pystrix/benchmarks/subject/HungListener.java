package io.pystrix.benchmarks.subject;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.pystrix.ami.Manager;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.ReloadEvent;
import io.pystrix.ami.message.AmiAction;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.UserEventAction;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.UserEvent;

/**
 * Pings before, and pings while a listener hangs in an event.
 */
public final class HungListener {

	private static final int PINGS = 10_000;

	private static final int WARM_UP = 20_000;

	private static final long PATIENCE_SECONDS = 30;

	private final CountDownLatch hangs = new CountDownLatch(1);

	private final CountDownLatch never = new CountDownLatch(1);

	private HungListener() {
	}

	/**
	 * Runs the pings and prints a sample for each state; none for the second if a ping is
	 * not answered then.
	 * @param contender who is measured, one of the two libraries
	 * @param port where the peer listens
	 * @throws Exception if it fails
	 */
	public static void run(Contender contender, int port) throws Exception {
		HungListener program = new HungListener();
		if (contender == Contender.PYSTRIX) {
			program.pystrix(port);
		}
		else {
			program.asteriskJava(port);
		}
		// Nobody can end the thread that hangs
		System.exit(0);
	}

	private void pystrix(int port) throws Exception {
		Manager manager = Manager.builder().host("127.0.0.1").port(port).credentials("bench", "secret").build();
		manager.registerCallback(ReloadEvent.class, (event, m) -> hang());
		manager.connect();
		measure(() -> manager.sendAction(new PingAction()),
				() -> manager.sendAction(AmiAction.named("UserEvent").with("UserEvent", "Any")));
	}

	private void asteriskJava(int port) throws Exception {
		DefaultManagerConnection connection = new DefaultManagerConnection("127.0.0.1", port, "bench", "secret");
		connection.login();
		connection.addEventListener(this::asteriskJavaEvent);
		measure(() -> connection.sendAction(new org.asteriskjava.manager.action.PingAction()),
				() -> connection.sendAction(new UserEventAction(new AnyEvent(this))));
	}

	private void asteriskJavaEvent(ManagerEvent event) {
		if (event instanceof org.asteriskjava.manager.event.ReloadEvent) {
			hang();
		}
	}

	private void hang() {
		this.hangs.countDown();
		try {
			this.never.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void measure(Ping ping, Ping trigger) throws Exception {
		ping(ping, WARM_UP);
		ping(ping, PINGS).print("no listener hangs");
		try {
			trigger.send();
			if (!this.hangs.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new IOException("The event did not come");
			}
			ping(ping, PINGS).print("a listener hangs");
		}
		catch (TimeoutException ex) {
			// This is what is found out
			System.err.println("No answer while a listener hangs: " + ex.getMessage());
		}
	}

	private static Sample ping(Ping ping, int count) throws Exception {
		long cpu = Usage.cpuNanos();
		long allocated = Usage.allocatedBytes();
		long start = System.nanoTime();
		for (int i = 0; i < count; i++) {
			ping.send();
		}
		return new Sample("", count, System.nanoTime() - start, Usage.cpuNanos() - cpu, Usage.peakKib(),
				Usage.allocatedBytes() - allocated);
	}

	@FunctionalInterface
	private interface Ping {

		void send() throws Exception;

	}

	/** What makes the peer send an event. */
	@SuppressWarnings("serial")
	public static final class AnyEvent extends UserEvent {

		AnyEvent(Object source) {
			super(source);
		}

	}

}
