/**
 * The exporters at hand in a running framework: those of its own bundles, and those that a user has
 * dropped into a folder.
 */
@NullMarked
package org.vpnhub.exporter.host;

import org.jspecify.annotations.NullMarked;
