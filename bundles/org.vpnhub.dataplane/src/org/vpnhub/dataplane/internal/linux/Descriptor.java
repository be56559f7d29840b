package org.vpnhub.dataplane.internal.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.PacketBatch;

/**
 * One side, reading or writing, of a non-blocking file descriptor that carries packets, with the
 * native buffer that goes with it. Belongs to one thread.
 */
final class Descriptor implements Pump.Source {
  private static final int LARGEST = 65_535;

  private final Libc libc;
  private final int fd;
  private final MemorySegment buffer;
  private final MemorySegment pollfd;

  Descriptor(Arena arena, int fd) {
    this.libc = new Libc(arena);
    this.fd = fd;
    buffer = arena.allocate(LARGEST);
    pollfd = arena.allocate(8, 4);
    pollfd.set(JAVA_INT, 0, fd);
    pollfd.set(JAVA_SHORT, 4, Libc.POLLIN);
  }

  Libc libc() {
    return libc;
  }

  int fd() {
    return fd;
  }

  MemorySegment buffer() {
    return buffer;
  }

  @Override
  public boolean await(int millis) {
    return libc.poll(pollfd, 1, millis) > 0;
  }

  /** Reads packets as they are until none is waiting or the batch is full. */
  @Override
  public int read(PacketBatch batch, DropCounters drops) {
    int n = 0;
    while (!batch.isFull()) {
      long length = libc.read(fd, buffer, LARGEST);
      if (length <= 0) break;
      if (length > batch.maxPacket()) {
        drops.count(DropReason.MALFORMED_DATAGRAM);
        continue;
      }
      int slot = batch.add();
      int at = batch.offset(slot);
      MemorySegment.copy(buffer, JAVA_BYTE, 0, batch.data(slot), at, (int) length);
      batch.place(slot, at, (int) length);
      n++;
    }
    return n;
  }

  /** Copies a slot's packet into the native buffer; returns its length. */
  int load(PacketBatch batch, int slot) {
    int length = batch.length(slot);
    MemorySegment.copy(batch.data(slot), batch.offset(slot), buffer, JAVA_BYTE, 0, length);
    return length;
  }
}
