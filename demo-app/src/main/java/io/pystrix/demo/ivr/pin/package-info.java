/**
 * Callers who log in with an account number and a PIN.
 * <p>
 * {@code PinScript} is the call. {@code PinLogin} decides: it compares the PIN with the
 * hash that the database has of it ({@code Subscribers}), and lets an account be tried
 * only so often ({@code LoginAttempts}). Accounts that do not exist are treated as those
 * that do, so that nobody finds out which ones there are.
 */
@NullMarked
package io.pystrix.demo.ivr.pin;

import org.jspecify.annotations.NullMarked;
