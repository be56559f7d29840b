package org.vpnhub.dataplane.internal.io;

/**
 * Endpoints whose addresses are as they are and whose ports are moved when they are not the
 * standard ones.
 *
 * @param ike real port that stands for the peers' 500
 * @param nat real port that stands for the peers' 4500
 */
public record PortMap(int ike, int nat) {
  private static final int IKE = 500;
  private static final int NAT = 4500;

  /** The model's endpoint of a real one, both packed. */
  public long model(long real) {
    int port = Endpoints.port(real);
    if (port == nat) port = NAT;
    else if (port == ike) port = IKE;
    return Endpoints.pack(Endpoints.address(real), port);
  }

  /** The real endpoint of one of the model, both packed. */
  public long real(long model) {
    int port = Endpoints.port(model);
    if (port == NAT) port = nat;
    else if (port == IKE) port = ike;
    return Endpoints.pack(Endpoints.address(model), port);
  }
}
