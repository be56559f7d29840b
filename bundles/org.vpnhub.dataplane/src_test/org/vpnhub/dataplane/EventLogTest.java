package org.vpnhub.dataplane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Severity;

class EventLogTest {
  private final EventLog log = new EventLog(3);

  private void tell(String... texts) {
    for (String t : texts) log.accept(GatewayEvent.of("hub", Severity.INFO, t));
  }

  private List<String> since(long sequence) {
    return log.since(sequence).stream().map(e -> e.sequence() + " " + e.text()).toList();
  }

  @Test
  void theOldestMakeRoom() {
    tell("a", "b", "c", "d");
    assertEquals(List.of("2 b", "3 c", "4 d"), since(0));
  }

  @Test
  void onlyWhatIsNewIsTold() {
    tell("a", "b");
    assertEquals(List.of("2 b"), since(1));
    assertEquals(List.of(), since(2));
  }
}
