package org.vpnhub.hub;

import java.nio.file.Path;
import java.util.Optional;
import org.vpnhub.base.Ipv4Address;

/**
 * How a hub runs on this machine; what it does stands in the model.
 *
 * @param model the model file
 * @param listen address of this machine to listen on; 0.0.0.0 for all
 * @param ikePort UDP port for IKE
 * @param natPort UDP port for IKE and ESP behind a NAT
 * @param tun what to do about the TUN interface
 * @param tunName name of the TUN interface
 * @param tunAddress its own address; empty for the first host address of the VPC
 * @param forceUdpEncapsulation whether ESP travels in UDP even where a raw socket is to be had
 * @param runDirectory where the local channel's socket is
 */
public record HubSettings(
    Path model,
    Ipv4Address listen,
    int ikePort,
    int natPort,
    Tun tun,
    String tunName,
    Optional<Ipv4Address> tunAddress,
    boolean forceUdpEncapsulation,
    Path runDirectory) {

  /** Name of the TUN interface unless another is given. */
  public static final String DEFAULT_TUN = "vpnhub0";

  /** What to do about the TUN interface. */
  public enum Tun {
    /** Use one where it is permitted, else the in-process VPC side. */
    IF_PERMITTED,
    /** Do not start without one. */
    REQUIRED,
    /** The in-process VPC side. */
    OFF
  }

  /** The defaults of the server for a model. */
  public static HubSettings of(Path model, Path runDirectory) {
    return new HubSettings(
        model,
        new Ipv4Address(0),
        500,
        4500,
        Tun.IF_PERMITTED,
        DEFAULT_TUN,
        Optional.empty(),
        false,
        runDirectory);
  }
}
