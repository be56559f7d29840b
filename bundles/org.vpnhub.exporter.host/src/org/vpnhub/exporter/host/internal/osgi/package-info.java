/** What the framework has to do with exporters. */
@NullMarked
package org.vpnhub.exporter.host.internal.osgi;

import org.jspecify.annotations.NullMarked;
