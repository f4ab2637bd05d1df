/**
 * Callers who need not wait: they are told where they would stand in a queue, and may ask
 * to be called back instead.
 * <p>
 * {@code CallbackScript} is the call: it asks Asterisk about the queue
 * ({@code QueueOutlooks}), reads its menu from the database ({@code MenuEntries}), and
 * leaves a request with {@code CallbackService}. The service keeps requests in the
 * database ({@code Callbacks}) and places the calls; {@code CallbackDispatcher} tells it
 * when an agent may be free. {@code CallbackController} shows the requests over HTTP and
 * calls at once if asked to.
 */
@NullMarked
package io.pystrix.demo.ivr.callback;

import org.jspecify.annotations.NullMarked;
