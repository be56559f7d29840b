package org.vpnhub.exporter.read;

/**
 * One thing in which a configuration differs from the plan.
 *
 * @param line where it stands, from 1; 0 when it is missing
 * @param what in words
 * @param found what the configuration says; empty when nothing
 * @param wanted what the plan says; empty when nothing
 * @param cure what to do about it
 */
public record Difference(int line, String what, String found, String wanted, String cure) {}
