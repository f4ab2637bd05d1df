package io.pystrix.test.pbx;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.pystrix.test.agi.AgiCaller;

/**
 * What a simulated PBX has. {@code AsteriskSimulator} is where it is described by a test.
 * Not thread-safe.
 *
 * @since 0.1.0
 */
public final class PbxPlan {

	final Dialplan dialplan = new Dialplan();

	final List<QueuePlan> queues = new ArrayList<>();

	Supplier<InetSocketAddress> fastAgi = () -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 4573);

	Consumer<AgiCaller> scripts = (caller) -> {
	};

	double speed = 1;

	/**
	 * Say where the FastAGI server listens.
	 * @param address asked at each call
	 */
	public void fastAgi(Supplier<InetSocketAddress> address) {
		this.fastAgi = address;
	}

	/**
	 * Say how calls to scripts behave.
	 * @param customizer is given the description of each such call
	 */
	public void scripts(Consumer<AgiCaller> customizer) {
		this.scripts = customizer;
	}

	/**
	 * Let time run faster.
	 * @param factor how many times faster than real time
	 * @throws IllegalArgumentException if it is not positive
	 */
	public void speed(double factor) {
		if (!(factor > 0)) {
			throw new IllegalArgumentException("A speed must be positive: " + factor);
		}
		this.speed = factor;
	}

	/**
	 * Add an extension, or replace one.
	 * @param name its name, in context {@code default}
	 * @param description is given the empty extension
	 */
	public void extension(String name, Consumer<Extension> description) {
		Extension extension = new Extension();
		description.accept(extension);
		if (extension.steps().isEmpty()) {
			throw new IllegalArgumentException("Extension '" + name + "' does nothing");
		}
		this.dialplan.add(name, extension);
	}

	/**
	 * Add a queue.
	 * @param name its name
	 * @param description is given the queue, which has no members yet
	 * @throws IllegalArgumentException if there is a queue of this name
	 */
	public void queue(String name, Consumer<QueuePlan> description) {
		if (this.queues.stream().anyMatch((queue) -> queue.name.equals(name))) {
			throw new IllegalArgumentException("There is a queue '" + name + "' already");
		}
		QueuePlan queue = new QueuePlan(name);
		description.accept(queue);
		this.queues.add(queue);
	}

}
