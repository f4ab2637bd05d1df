package io.pystrix.benchmarks.subject;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;

/**
 * What a process has used, as Linux counts it.
 */
public final class Usage {

	private static final String PEAK = "VmHWM:";

	private Usage() {
	}

	/**
	 * The processor time of this process.
	 * @return the time in nanoseconds
	 */
	static long cpuNanos() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
	}

	/**
	 * The most resident memory that a process has ever had.
	 * @param pid the process
	 * @return the memory in KiB
	 * @throws IOException if the system does not tell
	 */
	public static long peakKib(long pid) throws IOException {
		for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
			if (line.startsWith(PEAK)) {
				return Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip());
			}
		}
		throw new IOException("No peak memory of process " + pid);
	}

	static long peakKib() throws IOException {
		return peakKib(ProcessHandle.current().pid());
	}

}
