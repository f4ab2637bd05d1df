package io.pystrix.demo.ivr.callback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/**
 * The requests in the database. A state is changed by one statement that also checks it,
 * so that two who want the same are told apart by the database.
 */
interface Callbacks extends ListCrudRepository<Callback, Long> {

	List<Callback> findTop100ByOrderByIdDesc();

	@Query("select * from callback where number = :number and state in ('WAITING', 'CALLING')")
	Optional<Callback> findOpen(String number);

	@Query("select * from callback where state = 'WAITING' and next_attempt_at <= :now order by id")
	List<Callback> findDue(Instant now);

	int countByQueueAndState(String queue, CallbackState state);

	/**
	 * Takes a request for an attempt.
	 * @param id its key
	 * @return whether nobody else had
	 */
	@Modifying
	@Query("update callback set state = 'CALLING', attempts = attempts + 1 where id = :id and state = 'WAITING'")
	boolean claim(long id);

	@Modifying
	@Query("""
			update callback set state = :state, next_attempt_at = :nextAttemptAt, outcome = :outcome
			where id = :id and state = 'CALLING'""")
	void attempted(long id, CallbackState state, Instant nextAttemptAt, String outcome);

}
