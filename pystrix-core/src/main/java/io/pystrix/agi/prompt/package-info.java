/**
 * Asking callers, on top of the commands.
 * <p>
 * An {@link io.pystrix.agi.prompt.Announcement} is what a caller hears: files, numbers,
 * dates, in a row. A {@link io.pystrix.agi.prompt.Prompt} plays one and collects keys,
 * with time-outs, attempts and a check; what came of it is a
 * {@link io.pystrix.agi.prompt.PromptResult}. A {@link io.pystrix.agi.prompt.Menu} is a
 * prompt whose keys lead to other scripts. All of them are immutable, so one of each
 * serves every call.
 */
@NullMarked
package io.pystrix.agi.prompt;

import org.jspecify.annotations.NullMarked;
