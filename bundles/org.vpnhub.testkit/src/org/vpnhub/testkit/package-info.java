/**
 * Help for tests: readers for test vectors and wire captures. Start with {@link
 * org.vpnhub.testkit.VectorFiles}. Plain Java, without a test framework; nothing of the product
 * depends on it.
 */
@NullMarked
package org.vpnhub.testkit;

import org.jspecify.annotations.NullMarked;
