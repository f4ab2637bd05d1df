package io.pystrix.integration;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.process.ProcessAgi;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.event.VarSetEvent;
import org.slf4j.Logger;

/**
 * Programs in Java in a folder where the real Asterisk can start them. It lives in a
 * chroot, so the classes are copied; a JDK of this machine has its own path there.
 */
final class AgiPrograms implements AutoCloseable {

	private static final String FOLDER = "java-programs";

	private final Path folder;

	private final Path java;

	private AgiPrograms(Path folder, Path java) {
		this.folder = folder;
		this.java = java;
	}

	/**
	 * Copies the classes of the library and of the tests.
	 * @return the programs, empty if this Asterisk cannot start Java
	 */
	static Optional<AgiPrograms> install() throws IOException, URISyntaxException {
		Optional<Path> java = javaInside();
		if (RealAsterisk.AGI_FOLDER.isEmpty() || java.isEmpty()) {
			return Optional.empty();
		}
		Path folder = Files.createDirectories(Path.of(RealAsterisk.AGI_FOLDER, FOLDER));
		// Asterisk runs programs as a user of its own, and some write here
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		for (Class<?> type : List.of(ProcessAgi.class, AgiPrograms.class, Logger.class)) {
			copy(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()), folder);
		}
		return Optional.of(new AgiPrograms(folder, java.get()));
	}

	/**
	 * Writes a program as the documentation recommends it.
	 * @param name what to call the program
	 * @param handler the name of the class
	 * @return its path for the dialplan
	 */
	String program(String name, String handler) throws IOException {
		return write(name, "#!/bin/sh\nexec " + java(handler));
	}

	String program(Class<? extends AgiHandler> handler) throws IOException {
		return program(handler.getSimpleName(), handler.getName());
	}

	/** Writes a program to which a hang-up tells nothing. */
	String deafProgram(Class<? extends AgiHandler> handler) throws IOException {
		return write(handler.getSimpleName(), "#!/bin/sh\ntrap '' HUP\nexec " + java(handler.getName()));
	}

	/**
	 * Writes a program that hands signals on to Java, and notes them and Java's exit
	 * status.
	 */
	String watchedProgram(Class<? extends AgiHandler> handler) throws IOException {
		Files.deleteIfExists(notes(handler));
		return write(handler.getSimpleName(), """
				#!/bin/bash
				notes="$AST_AGI_DIR/%s/%s"
				%s <&0 &
				java=$!
				trap 'echo HUP >>"$notes"; kill -HUP $java' HUP
				wait $java; status=$?
				while [ $status -eq 129 ] && kill -0 $java 2>/dev/null; do wait $java; status=$?; done
				[ $status -ne 129 ] || { wait $java; status=$?; }
				echo "exit status $status" >>"$notes"
				exit $status
				""".formatted(FOLDER, notes(handler).getFileName(), java(handler.getName())));
	}

	/** What a watched program has noted up to now. */
	List<String> noted(Class<? extends AgiHandler> handler) throws IOException {
		return Files.exists(notes(handler)) ? Files.readAllLines(notes(handler)) : List.of();
	}

	@Override
	public void close() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	private Path notes(Class<? extends AgiHandler> handler) {
		return this.folder.resolve(handler.getSimpleName() + ".notes");
	}

	private String java(String handler) {
		String classes = "$AST_AGI_DIR/" + FOLDER;
		return "%s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -Xlog:all=warning:stderr -cp \"%s:%s/*\" %s '%s' \"$@\""
			.formatted(this.java, classes, classes, ProcessAgi.class.getName(), handler);
	}

	private String write(String name, String text) throws IOException {
		Path file = Files.writeString(this.folder.resolve(name + ".sh"), text + "\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
		return FOLDER + "/" + file.getFileName();
	}

	/**
	 * The JDK of this test if it starts there, otherwise any. One that this machine's
	 * Debian has built may need a newer C library than the chroot has.
	 */
	private static Optional<Path> javaInside() throws IOException {
		Set<Path> candidates = new LinkedHashSet<>();
		List<Path> bound = Arrays.stream(RealAsterisk.BOUND_FOLDERS.split(":"))
			.filter((folder) -> !folder.isEmpty())
			.map(Path::of)
			.toList();
		Path own = Path.of(System.getProperty("java.home")).toRealPath().resolve("bin/java");
		if (bound.stream().anyMatch(own::startsWith)) {
			candidates.add(own);
		}
		for (Path folder : bound) {
			try (Stream<Path> files = Files.find(folder, 3,
					(file, attributes) -> file.endsWith("bin/java") && Files.isExecutable(file))) {
				files.forEach(candidates::add);
			}
		}
		try (Manager manager = RealAsterisk.builder().build()) {
			manager.connect();
			return candidates.stream().filter((java) -> starts(manager, java)).findFirst();
		}
	}

	private static boolean starts(Manager manager, Path java) {
		String channelId = UUID.randomUUID().toString();
		CompletableFuture<VarSetEvent> status = manager.nextEvent(VarSetEvent.class,
				(event) -> channelId.equals(event.uniqueid()) && "SYSTEMSTATUS".equals(event.variable()));
		manager.originate(new OriginateAction("Local/wait@default").application("System", java + " -version")
			.channelId(channelId));
		return status.orTimeout(RealAsterisk.PATIENCE.toSeconds(), TimeUnit.SECONDS).join().value().equals("SUCCESS");
	}

	private static void copy(Path classes, Path folder) throws IOException {
		if (Files.isRegularFile(classes)) {
			Files.copy(classes, folder.resolve(classes.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			return;
		}
		try (Stream<Path> files = Files.walk(classes)) {
			for (Path file : files.toList()) {
				Path copy = folder.resolve(classes.relativize(file).toString());
				if (Files.isDirectory(file)) {
					Files.createDirectories(copy);
				}
				else {
					Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
				}
			}
		}
	}

}
