package org.vpnhub.ui.diagram.core;

/** A size in pixels at zoom 100 %. */
public record Size(int width, int height) {}
