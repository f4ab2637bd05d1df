package io.pystrix.benchmarks;

import java.util.Arrays;

import io.pystrix.benchmarks.load.LoadRun;
import io.pystrix.benchmarks.load.Report;
import io.pystrix.benchmarks.peer.AgiCaller;
import io.pystrix.benchmarks.peer.AmiPeer;
import io.pystrix.benchmarks.peer.HoldingCaller;
import io.pystrix.benchmarks.startup.StartupRun;
import io.pystrix.benchmarks.subject.Calls;
import io.pystrix.benchmarks.subject.Contender;
import io.pystrix.benchmarks.subject.Flood;
import io.pystrix.benchmarks.subject.HeldCalls;
import io.pystrix.benchmarks.subject.HungListener;
import io.pystrix.benchmarks.subject.Lists;
import io.pystrix.benchmarks.subject.Pings;

/**
 * The entrance of the jar: {@code report}, {@code load}, {@code jmh} and {@code startup}
 * for people, the rest for the child JVMs of the load programs.
 */
public final class Main {

	private Main() {
	}

	/**
	 * Runs a command.
	 * @param args the command and what it takes
	 * @throws Exception if it fails
	 */
	public static void main(String[] args) throws Exception {
		String command = (args.length > 0) ? args[0] : "";
		String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
		switch (command) {
			case "load" -> LoadRun.run(rest);
			case "jmh" -> org.openjdk.jmh.Main.main(rest);
			case "report" -> Report.run(rest);
			case "startup" -> StartupRun.run(rest);
			case "ami-peer" -> AmiPeer.run();
			case "ami-flood" -> Flood.run(Contender.valueOf(rest[0]), Integer.parseInt(rest[1]));
			case "ami-list" -> Lists.run(Contender.valueOf(rest[0]), Integer.parseInt(rest[1]));
			case "ami-hung" -> HungListener.run(Contender.valueOf(rest[0]), Integer.parseInt(rest[1]));
			case "ami-ping" -> Pings.run(Contender.valueOf(rest[0]), Integer.parseInt(rest[1]));
			case "fastagi-calls" -> Calls.run(Contender.valueOf(rest[0]));
			case "fastagi-held" -> HeldCalls.run(Contender.valueOf(rest[0]));
			case "holding-caller" ->
				HoldingCaller.run(Integer.parseInt(rest[0]), Integer.parseInt(rest[1]), Integer.parseInt(rest[2]));
			case "agi-caller" -> AgiCaller.run();
			default -> {
				System.err.println(
						"Usage: report [rounds] [JDK …] | load [rounds] [ami-flood] [ami-list] [ami-ping] [fastagi-calls]"
								+ " | jmh [options of JMH] | startup [rounds]");
				System.exit(2);
			}
		}
	}

}
