package org.vpnhub.lab;

/** Two nodes of a lab by their names in the reachability matrix. */
public record LabPair(String from, String to) {}
