package org.vpnhub.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A changed model touches only the connections that it changes. */
@ExtendWith(RigExtension.class)
class ApplyTest {

  private static final List<String> STAYING = List.of("shanghai", "hangzhou");

  @Test
  void removingOneSiteCostsTheOthersNoPacket(Rig rig) {
    ModelFile model = rig.model("apply");
    rig.bring(model);
    ModelFile smaller = model.copy("apply-without-ningbo").remove("ningbo");
    List<Rig.Pair> leaving =
        List.of(
            new Rig.Pair(rig.site("ningbo"), rig.topology().vpc()),
            new Rig.Pair(rig.site("shanghai"), rig.site("ningbo")));

    try (Traffic staying = rig.traffic(rig.allPairs(STAYING));
        Traffic gone = rig.traffic(leaving)) {
      String preview = rig.hub().apply(smaller).text();
      assertTrue(preview.contains("ningbo"), preview);
      gone.awaitSilence();
      rig.hub()
          .await(
              "ningbo is gone",
              Duration.ofSeconds(5),
              s -> s.connection(model.connectionId("ningbo")).isEmpty());
      staying.more(25);

      rig.hub().apply(model);
      gone.more(5);
      staying.more(10);
      assertEquals(List.of(), staying.losses());
    }
  }
}
