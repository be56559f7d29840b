package org.vpnhub.dataplane.internal.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Packets and bytes. The packet thread counts; any thread may read. */
public final class TrafficCounter {
  private static final VarHandle PACKETS;
  private static final VarHandle BYTES;

  static {
    try {
      PACKETS = MethodHandles.lookup().findVarHandle(TrafficCounter.class, "packets", long.class);
      BYTES = MethodHandles.lookup().findVarHandle(TrafficCounter.class, "bytes", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private long packets;
  private long bytes;

  void add(long morePackets, long moreBytes) {
    PACKETS.setOpaque(this, packets + morePackets);
    BYTES.setOpaque(this, bytes + moreBytes);
  }

  public long packets() {
    return (long) PACKETS.getOpaque(this);
  }

  public long bytes() {
    return (long) BYTES.getOpaque(this);
  }
}
