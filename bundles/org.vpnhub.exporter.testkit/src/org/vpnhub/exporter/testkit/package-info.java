/**
 * Contract tests for exporters, for this project's and for those of third parties.
 *
 * <p>A test of an exporter's bundle calls {@link
 * org.vpnhub.exporter.testkit.ExporterContract#check} and expects no violation. Needs no test
 * framework.
 */
@NullMarked
package org.vpnhub.exporter.testkit;

import org.jspecify.annotations.NullMarked;
