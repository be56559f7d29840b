package org.vpnhub.dataplane;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.dataplane.internal.io.EndpointMap;
import org.vpnhub.dataplane.internal.io.Endpoints;

/**
 * An Internet on 127.0.0.1: every address and port of the model is a UDP socket with a port that
 * the system chose. The mapping lies below the engines, which know the model's addresses alone.
 * Needs no rights, and reaches nothing outside the machine. Thread-safe.
 */
public final class LoopbackNetwork {
  private static final int PORTS = 1 << 16;

  private final AtomicLongArray modelByPort = new AtomicLongArray(PORTS);
  private volatile EndpointMap realByModel = new EndpointMap();
  private final Endpoints endpoints = new Mapping();

  /** The underlay of the engine with this outer address; sockets are bound when it is opened. */
  public LoopbackUnderlay underlay(Ipv4Address address) {
    return new LoopbackUnderlay(this, address);
  }

  Endpoints endpoints() {
    return endpoints;
  }

  synchronized void attach(long model, InetSocketAddress real) {
    EndpointMap next = realByModel.without(model);
    next.put(model, real);
    modelByPort.set(real.getPort(), model + 1);
    realByModel = next;
  }

  synchronized void detach(long model) {
    InetSocketAddress real = realByModel.get(model);
    if (real == null) return;
    modelByPort.set(real.getPort(), 0);
    realByModel = realByModel.without(model);
  }

  private final class Mapping implements Endpoints {
    @Override
    public long model(InetSocketAddress real) {
      // 0 stands for none, so endpoints are kept plus one.
      return modelByPort.get(real.getPort()) - 1;
    }

    @Override
    public @Nullable InetSocketAddress real(long model) {
      return realByModel.get(model);
    }
  }
}
