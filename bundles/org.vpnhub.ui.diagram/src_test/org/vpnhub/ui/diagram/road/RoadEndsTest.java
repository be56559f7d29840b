package org.vpnhub.ui.diagram.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.ui.diagram.core.Fixtures;

class RoadEndsTest {
  private Network network;

  @BeforeEach
  void open() {
    network = Fixtures.threeOffices();
  }

  private List<String> chosen(RoadEnds ends) {
    return List.of(
        ends.from(network).orElseThrow().getId(), ends.to(network).orElseThrow().getId());
  }

  @Test
  void offersTheVpcAndTheSitesByName() {
    assertEquals(
        List.of("VPC", "Hangzhou", "Ningbo", "Shanghai"),
        RoadEnds.all(network).stream().map(NamedElement::getName).toList());
  }

  @Test
  void beginsAtTheFirstSiteAndGoesToTheVpc() {
    assertEquals(List.of("site-shanghai", "vpc-main"), chosen(new RoadEnds("", "")));
  }

  @Test
  void turnsRound() {
    RoadEnds ends = new RoadEnds("site-ningbo", "site-hangzhou");
    ends.swap(network);
    assertEquals(List.of("site-hangzhou", "site-ningbo"), chosen(ends));
  }

  @Test
  void choosingTheOtherEndExchangesThem() {
    RoadEnds ends = new RoadEnds("site-ningbo", "site-hangzhou");
    ends.chooseFrom(network.getSites().get(1));
    assertEquals(List.of("site-hangzhou", "site-ningbo"), chosen(ends));
    ends.chooseTo(network.getSites().get(1));
    assertEquals(List.of("site-ningbo", "site-hangzhou"), chosen(ends));
  }

  @Test
  void anEndThatIsGoneIsReplaced() {
    RoadEnds ends = new RoadEnds("site-shanghai", "site-hangzhou");
    network.getSites().remove(1);
    assertEquals(List.of("site-shanghai", "vpc-main"), chosen(ends));
  }

  @Test
  void aNetworkWithOneElementHasNoRoad() {
    network.getSites().clear();
    assertTrue(new RoadEnds("", "").to(network).isEmpty());
  }
}
