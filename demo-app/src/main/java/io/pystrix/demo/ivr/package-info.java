/**
 * The scripts that Asterisk runs by FastAGI: {@code agi://host/demo}, and one for every
 * other path.
 */
@NullMarked
package io.pystrix.demo.ivr;

import org.jspecify.annotations.NullMarked;
