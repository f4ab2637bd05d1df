package io.pystrix.agi.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@Timeout(60)
@EnabledOnOs({ OS.LINUX, OS.MAC })
class EagiAudioTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private OutputStream asterisk;

	@SuppressWarnings("NullAway.Init")
	private EagiAudio audio;

	@BeforeEach
	void open() throws Exception {
		Path pipe = this.folder.resolve("audio");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		// Opening either end waits for the other one
		CompletableFuture<OutputStream> writing = CompletableFuture.supplyAsync(() -> {
			try {
				return Files.newOutputStream(pipe);
			}
			catch (IOException ex) {
				throw new CompletionException(ex);
			}
		});
		this.audio = new EagiAudio(pipe);
		this.asterisk = writing.get(30, TimeUnit.SECONDS);
	}

	@AfterEach
	void close() throws IOException {
		this.audio.close();
		this.asterisk.close();
	}

	@Test
	void whatWasSentIsRead() throws IOException {
		this.asterisk.write(new byte[] { 1, -1, 3 });
		assertThat(this.audio.available()).isEqualTo(3);
		assertThat(this.audio.read()).isEqualTo(1);
		assertThat(this.audio.read()).isEqualTo(255);
		assertThat(this.audio.read(new byte[10], 2, 0)).isZero();
		assertThat(this.audio.read(new byte[10], 2, 8)).isEqualTo(1);
	}

	@Test
	void theEndOfThePipeIsTheEnd() throws IOException {
		this.asterisk.write(1);
		this.asterisk.close();
		assertThat(this.audio.readAllBytes()).containsExactly(1);
	}

	@Test
	void hangUpEndsReadingThatWaits() throws Exception {
		CompletableFuture<byte[]> all = readAll();
		this.asterisk.write(new byte[] { 1, 2 });
		await().until(() -> this.audio.available() == 0);
		this.audio.end();
		assertThat(all.get(30, TimeUnit.SECONDS)).containsExactly(1, 2);
	}

	@Test
	void whatHadArrivedBeforeTheHangUpIsNotLost() throws IOException {
		this.asterisk.write(new byte[] { 1, 2, 3 });
		this.audio.end();
		assertThat(this.audio.readAllBytes()).containsExactly(1, 2, 3);
	}

	@Test
	void closedAudioCannotBeRead() throws IOException {
		this.audio.close();
		assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(this.audio::read);
	}

	private CompletableFuture<byte[]> readAll() {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return this.audio.readAllBytes();
			}
			catch (IOException ex) {
				throw new CompletionException(ex);
			}
		});
	}

}
