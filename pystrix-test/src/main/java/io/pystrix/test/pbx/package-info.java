/**
 * The simulated PBX behind {@link io.pystrix.test.AsteriskSimulator}.
 * <p>
 * A {@code Channel} is half of a Local pair ({@code LocalPairs}). Its thread
 * ({@code ChannelLife}) runs the {@code Dialplan} step by step ({@code Applications}),
 * sits in a {@code Bridge}, and lets it disappear ({@code Channels}). There is one lock
 * ({@code Monitor}): whoever runs a channel holds it but while it waits, and so does
 * whoever answers an action ({@code Actions}); the order of events is that of what
 * happens. {@code Originator} places calls, {@link io.pystrix.test.pbx.Pbx} puts all of
 * it together. All threads are daemons and end with their channel.
 * <p>
 * On top of that: {@code DialApplication}, {@code QueueApplication} with {@code Queues},
 * {@code Conferences}, {@code Parking}, {@code AgiApplication}, and
 * {@code TransferActions} with {@code Consultation}. What a test describes are
 * {@link io.pystrix.test.pbx.Extension} and {@link io.pystrix.test.pbx.QueuePlan}.
 * <p>
 * Extensions that are always there, all in context {@code default}:
 * <table>
 * <caption>Extensions</caption>
 * <tr>
 * <td>{@code wait}, {@code wait-SECONDS}</td>
 * <td>answers, waits 60 seconds or so long</td>
 * </tr>
 * <tr>
 * <td>{@code echo}, {@code music}</td>
 * <td>answers and stays until hang-up</td>
 * </tr>
 * <tr>
 * <td>{@code ring}</td>
 * <td>rings 2 seconds, answers, waits 60 seconds</td>
 * </tr>
 * <tr>
 * <td>{@code noanswer}, {@code busy}, {@code congestion}, {@code hangup-CAUSE}</td>
 * <td>is not answered</td>
 * </tr>
 * <tr>
 * <td>{@code dial-EXTEN}</td>
 * <td>calls EXTEN and talks to it</td>
 * </tr>
 * <tr>
 * <td>{@code queue-NAME}, {@code conference-NAME}</td>
 * <td>answers, waits in the queue or talks in the conference</td>
 * </tr>
 * <tr>
 * <td>{@code park}, {@code 701} to {@code 720}</td>
 * <td>answers and is parked; takes a parked call back</td>
 * </tr>
 * </table>
 */
@NullMarked
package io.pystrix.test.pbx;

import org.jspecify.annotations.NullMarked;
