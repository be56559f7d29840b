package org.vpnhub.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFactTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          WAN_INTERFACE  | GigabitEthernet0/0/0.100 |
          LAN_ZONE       | my zone                  |
          LAN_ZONE       | a;b                      | 'a;b' is not a name that a device gives
          VIRTUAL_ROUTER | ``                       | '' is not a name that a device gives
          NEXT_HOP       | 203.0.113.1              |
          NEXT_HOP       | 203.0.113                | '203.0.113' is not an IPv4 address (four numbers from 0 to 255, such as 192.0.2.1)
          TUNNEL_NUMBER  | 010                      |
          RULE_NUMBER    | 0                        | '0' is not a number above 0
          RULE_NUMBER    | -1                       | '-1' is not a number above 0
          """)
  void aValueIsOneThatDevicesCanHave(SiteFact fact, String value, String objection) {
    assertEquals(objection, fact.objection(value).orElse(null));
  }
}
