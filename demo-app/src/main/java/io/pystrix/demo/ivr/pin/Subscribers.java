package io.pystrix.demo.ivr.pin;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Those who may log in, in the database.
 */
interface Subscribers extends Repository<Subscriber, String> {

	Optional<Subscriber> findById(String account);

}
