package org.vpnhub.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PacketBatchTest {
  @Test
  void aCopyCarriesBytesAndAddresses() {
    PacketBatch from = new PacketBatch(2, 100);
    from.add();
    int slot = from.add(new byte[] {0, 1, 2, 3, 4}, 1, 3);
    from.outer(slot, 1, 500, 2, 4500);
    from.place(slot, from.offset(slot) + 1, 2);

    PacketBatch to = new PacketBatch(1, 100);
    int copy = to.add(from, slot);
    int at = to.offset(copy);
    assertArrayEquals(
        new byte[] {2, 3}, Arrays.copyOfRange(to.data(copy), at, at + to.length(copy)));
    assertEquals(1, to.localAddress(copy));
    assertEquals(500, to.localPort(copy));
    assertEquals(2, to.remoteAddress(copy));
    assertEquals(4500, to.remotePort(copy));
    assertTrue(to.isFull());
  }

  @Test
  void aDroppedSlotStaysCountedUntilTheBatchIsCleared() {
    PacketBatch batch = new PacketBatch(4, 100);
    int slot = batch.add(new byte[] {1}, 0, 1);
    assertFalse(batch.isDropped(slot));
    batch.drop(slot);
    assertTrue(batch.isDropped(slot));
    assertEquals(1, batch.size());
    batch.clear();
    assertEquals(0, batch.size());
    assertEquals(PacketBatch.HEADROOM, batch.offset(batch.add()));
  }

  @Test
  void theLargestPacketFits() {
    PacketBatch batch = new PacketBatch(1, 1500);
    int slot = batch.add(new byte[1500], 0, 1500);
    assertTrue(batch.offset(slot) + 1500 + PacketBatch.TAILROOM <= batch.data(slot).length);
  }
}
