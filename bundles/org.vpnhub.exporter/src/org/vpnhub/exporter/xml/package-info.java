/**
 * XML of devices: {@link org.vpnhub.exporter.xml.XmlText} writes it, one element a line, and {@link
 * org.vpnhub.exporter.xml.XmlNode} reads it with the numbers of the lines.
 */
@NullMarked
package org.vpnhub.exporter.xml;

import org.jspecify.annotations.NullMarked;
