/**
 * The console in a browser, by mouse and by keyboard.
 * <p>
 * A {@link io.pystrix.demo.browser.Browser} is a headless Chromium;
 * {@link io.pystrix.demo.browser.EnabledIfBrowser} skips tests where there is none,
 * unless the environment variable {@code PYSTRIX_BROWSER} says that there has to be.
 * {@link io.pystrix.demo.browser.ConsolePage} and what it consists of are the page as a
 * user sees it; every wait is in them.
 */
@NullMarked
package io.pystrix.demo.browser;

import org.jspecify.annotations.NullMarked;
