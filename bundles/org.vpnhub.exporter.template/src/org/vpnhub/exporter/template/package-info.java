/**
 * Exporters for line-oriented dialects, whose text is laid out by a FreeMarker template beside the
 * exporter's class.
 *
 * <p>Templates only lay out text: all values are computed in Java, and every value that is put into
 * a line is checked not to end it. XML and JSON are for writers, not for templates.
 */
@NullMarked
package org.vpnhub.exporter.template;

import org.jspecify.annotations.NullMarked;
