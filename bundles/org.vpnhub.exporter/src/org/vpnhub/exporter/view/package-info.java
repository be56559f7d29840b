/**
 * A site's plan as a configuration needs it: names that the device takes, keys in its quoting,
 * pairs of prefixes, routes, numbers of tunnels, and the heading of the file.
 *
 * <p>{@link org.vpnhub.exporter.view.DeviceExporter} does what all exporters have in common; a
 * vendor's bundle adds its table of words and its text. Immutable and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.view;

import org.jspecify.annotations.NullMarked;
