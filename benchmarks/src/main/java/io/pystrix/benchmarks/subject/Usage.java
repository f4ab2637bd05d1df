package io.pystrix.benchmarks.subject;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * What a process has used, as Linux counts it.
 */
public final class Usage {

	private static final long LOOK_MILLIS = 300;

	/** The unit in which Linux counts the time of another process. */
	private static final long IDLE_NANOS = 10_000_000;

	private static final String PEAK = "VmHWM:";

	private static final String RESIDENT = "VmRSS:";

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
	 * Waits until this process has nothing to do, its compilers included: with as many
	 * busy threads as here they fall behind by seconds.
	 */
	static void awaitIdle() throws InterruptedException {
		awaitIdle(Usage::cpuNanos);
	}

	/**
	 * Waits until a process has nothing to do.
	 * @param cpuNanos tells the processor time that it has used
	 * @throws InterruptedException if this thread is interrupted
	 */
	public static void awaitIdle(LongSupplier cpuNanos) throws InterruptedException {
		long before;
		do {
			before = cpuNanos.getAsLong();
			Thread.sleep(LOOK_MILLIS);
		}
		while (cpuNanos.getAsLong() - before > IDLE_NANOS);
	}

	/**
	 * What all threads have allocated on the heap: by the JVM's own sum where there is
	 * one, as virtual threads are in no list of threads.
	 * @return the bytes
	 */
	public static long allocatedBytes() {
		ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
		try {
			return (long) ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes").invoke(threads);
		}
		catch (ReflectiveOperationException ex) {
			return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
				.filter((bytes) -> bytes > 0)
				.sum();
		}
	}

	/**
	 * The most resident memory that a process has ever had.
	 * @param pid the process
	 * @return the memory in KiB
	 * @throws IOException if the system does not tell
	 */
	public static long peakKib(long pid) throws IOException {
		return kib(pid, PEAK);
	}

	/**
	 * The resident memory that a process has now.
	 * @param pid the process
	 * @return the memory in KiB
	 * @throws IOException if the system does not tell
	 */
	public static long residentKib(long pid) throws IOException {
		return kib(pid, RESIDENT);
	}

	private static long kib(long pid, String name) throws IOException {
		for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
			if (line.startsWith(name)) {
				return Long.parseLong(line.substring(name.length()).replace("kB", "").strip());
			}
		}
		throw new IOException("No memory of process " + pid);
	}

	static long peakKib() throws IOException {
		return peakKib(ProcessHandle.current().pid());
	}

}
