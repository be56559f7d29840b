package org.vpnhub.dataplane.internal.engine;

/** The threads of an engine that was started. */
record Running(ControlThread control, PacketThread packets) {}
