package org.vpnhub.ike.internal.v2;

import java.security.SecureRandom;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.IkeEndpointConfig;

/**
 * An end with the manners of strongSwan (unique = no): answers every IKE_SA_INIT whatever it is
 * doing itself, keeps all IKE SAs side by side, deletes none for being double, and forgets the
 * others without a word only on INITIAL_CONTACT.
 */
final class LoosePeer extends Engine {
  LoosePeer(SecureRandom random) {
    super(IkeEndpointConfig.DEFAULTS, random);
  }

  @Override
  Connection newConnection(ConnectionConfig wanted) {
    return new Connection(this, wanted) {
      @Override
      boolean admitsPeerAttempt(byte[] peerNonce) {
        return true;
      }

      @Override
      boolean admitsPeerAuth(byte[] peerNonce) {
        return true;
      }

      @Override
      boolean isSuperseded(IkeSa attempt) {
        return false;
      }

      @Override
      void settle(IkeSa newest) {}

      @Override
      void childLive(Child child, boolean rekeyed) {}

      @Override
      boolean yieldToPeer() {
        return false;
      }
    };
  }
}
