package org.vpnhub.exporter.read;

/**
 * A value and where it stands.
 *
 * @param value in the words of {@link Parameter}
 * @param line number of the line, from 1; 0 for a default that stands nowhere
 */
public record Found(String value, int line) {}
