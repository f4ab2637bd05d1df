package io.pystrix.ami.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.pystrix.ami.internal.Mailbox.Batch;
import io.pystrix.ami.internal.Mailbox.Offer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxTests {

	@Test
	void itemsAreTakenInOrder() throws InterruptedException {
		Mailbox<Integer> mailbox = new Mailbox<>(10, true);
		mailbox.offer(1);
		mailbox.offer(2);
		assertThat(mailbox.size()).isEqualTo(2);
		assertThat(taken(mailbox)).containsExactly(1, 2);
		mailbox.offer(3);
		assertThat(taken(mailbox)).containsExactly(3);
	}

	@Test
	void oldestMakeRoomAndTheirNumberIsToldBeforeTheRest() throws InterruptedException {
		Mailbox<Integer> mailbox = new Mailbox<>(2, true);
		List<Offer> offers = offer(mailbox, 5);
		assertThat(offers).containsExactly(Offer.ACCEPTED, Offer.ACCEPTED, Offer.FIRST_LOSS, Offer.LOSS, Offer.LOSS);
		Batch<Integer> batch = mailbox.take();
		assertThat(batch.lostBefore()).isEqualTo(3);
		assertThat(batch.lostAfter()).isZero();
		assertThat(batch.items()).containsExactly(4, 5);
	}

	@Test
	void whatIsOfferedTogetherIsTreatedAsIfOfferedOneByOne() throws InterruptedException {
		Mailbox<Integer> oldest = new Mailbox<>(2, true);
		assertThat(oldest.offerAll(List.of(1, 2))).isEqualTo(Offer.ACCEPTED);
		assertThat(oldest.offerAll(List.of(3, 4, 5))).isEqualTo(Offer.FIRST_LOSS);
		assertThat(oldest.offerAll(List.of(6))).isEqualTo(Offer.LOSS);
		Batch<Integer> batch = oldest.take();
		assertThat(batch.lostBefore()).isEqualTo(4);
		assertThat(batch.items()).containsExactly(5, 6);
		Mailbox<Integer> newest = new Mailbox<>(2, false);
		assertThat(newest.offerAll(List.of(1, 2, 3))).isEqualTo(Offer.FIRST_LOSS);
		assertThat(newest.take().items()).containsExactly(1, 2);
		newest.close(true);
		assertThat(newest.offerAll(List.of(4))).isEqualTo(Offer.CLOSED);
	}

	@Test
	void newestAreDroppedAndTheirNumberIsToldAfterTheRest() throws InterruptedException {
		Mailbox<Integer> mailbox = new Mailbox<>(2, false);
		offer(mailbox, 5);
		Batch<Integer> batch = mailbox.take();
		assertThat(batch.lostBefore()).isZero();
		assertThat(batch.lostAfter()).isEqualTo(3);
		assertThat(batch.items()).containsExactly(1, 2);
	}

	@Test
	void lossIsToldOnceAndCountedForEver() throws InterruptedException {
		Mailbox<Integer> mailbox = new Mailbox<>(1, true);
		offer(mailbox, 2);
		taken(mailbox);
		assertThat(offer(mailbox, 2)).containsExactly(Offer.ACCEPTED, Offer.FIRST_LOSS);
		assertThat(mailbox.take().lostBefore()).isEqualTo(1);
		assertThat(mailbox.lostInTotal()).isEqualTo(2);
	}

	@Test
	void whoeverWaitsIsWokenByAnItemAndByTheEnd() throws Exception {
		Mailbox<Integer> mailbox = new Mailbox<>(1, true);
		CompletableFuture<List<Integer>> first = CompletableFuture.supplyAsync(() -> taken(mailbox));
		mailbox.offer(7);
		assertThat(first.get()).containsExactly(7);
		CompletableFuture<List<Integer>> third = CompletableFuture.supplyAsync(() -> taken(mailbox));
		mailbox.offerAll(List.of(8));
		assertThat(third.get()).containsExactly(8);
		CompletableFuture<List<Integer>> second = CompletableFuture.supplyAsync(() -> taken(mailbox));
		mailbox.close(true);
		assertThat(second.get()).isEmpty();
		assertThat(mailbox.offer(8)).isEqualTo(Offer.CLOSED);
	}

	@Test
	void whatWaitsMayStillBeTakenAfterTheEnd() {
		Mailbox<Integer> mailbox = new Mailbox<>(2, true);
		mailbox.offer(1);
		mailbox.close(false);
		assertThat(taken(mailbox)).containsExactly(1);
		assertThat(taken(mailbox)).isEmpty();
	}

	private static List<Offer> offer(Mailbox<Integer> mailbox, int count) {
		List<Offer> offers = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			offers.add(mailbox.offer(i));
		}
		return offers;
	}

	private static List<Integer> taken(Mailbox<Integer> mailbox) {
		try {
			Batch<Integer> batch = mailbox.take();
			List<Integer> items = new ArrayList<>();
			while (batch != null && !batch.items().isEmpty()) {
				items.add(batch.items().poll());
			}
			return items;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
