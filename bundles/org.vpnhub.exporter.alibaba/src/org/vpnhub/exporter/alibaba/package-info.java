/**
 * A site's connection as Alibaba Cloud gives it for download, in JSON, seen from the device.
 *
 * <p>Start with {@link org.vpnhub.exporter.alibaba.AlibabaJsonExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.alibaba;

import org.jspecify.annotations.NullMarked;
