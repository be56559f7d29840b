package org.vpnhub.ike.internal.message;

import java.util.List;
import org.vpnhub.ike.TrafficSelector;

/** A payload (RFC 7296 §3.3–§3.16). Arrays are not copied and must not be changed. */
public sealed interface Payload {

  /** Number of the payload type. */
  int typeNumber();

  /** Security association: proposals in order of preference. */
  record Sa(List<Proposal> proposals) implements Payload {
    public Sa {
      proposals = List.copyOf(proposals);
    }

    @Override
    public int typeNumber() {
      return PayloadType.SA.number();
    }
  }

  /** Key exchange: the public value of a method. */
  record KeyExchange(int method, byte[] data) implements Payload {
    @Override
    public int typeNumber() {
      return PayloadType.KE.number();
    }
  }

  /** Identification of initiator (IDi) or responder (IDr). */
  record Identification(boolean ofInitiator, int idType, byte[] data) implements Payload {
    public static final int IPV4_ADDR = 1;
    public static final int FQDN = 2;
    public static final int RFC822_ADDR = 3;
    public static final int IPV6_ADDR = 5;
    public static final int DER_ASN1_DN = 9;
    public static final int DER_ASN1_GN = 10;
    public static final int KEY_ID = 11;

    @Override
    public int typeNumber() {
      return (ofInitiator ? PayloadType.IDI : PayloadType.IDR).number();
    }
  }

  /** Authentication data. */
  record Auth(int method, byte[] data) implements Payload {
    /** Shared key message integrity code (RFC 7296 §2.15). */
    public static final int SHARED_KEY = 2;

    @Override
    public int typeNumber() {
      return PayloadType.AUTH.number();
    }
  }

  /** Nonce of 16 to 256 octets. */
  record Nonce(byte[] data) implements Payload {
    @Override
    public int typeNumber() {
      return PayloadType.NONCE.number();
    }
  }

  /** Notification: an error or a status. */
  record Notify(int protocol, byte[] spi, int type, byte[] data) implements Payload {
    public Notify(int type, byte[] data) {
      this(0, new byte[0], type, data);
    }

    public Notify(int type) {
      this(type, new byte[0]);
    }

    public boolean isError() {
      return NotifyType.isError(type);
    }

    @Override
    public int typeNumber() {
      return PayloadType.NOTIFY.number();
    }

    @Override
    public String toString() {
      return "N(" + NotifyType.name(type) + ")";
    }
  }

  /** Deletion of the IKE SA (no SPIs) or of ESP SAs by the sender's inbound SPIs. */
  record Delete(int protocol, List<byte[]> spis) implements Payload {
    public Delete {
      spis = List.copyOf(spis);
    }

    @Override
    public int typeNumber() {
      return PayloadType.DELETE.number();
    }
  }

  /** Traffic selectors of the initiator (TSi) or responder (TSr) of the exchange. */
  record Selectors(boolean ofInitiator, List<Selector> selectors) implements Payload {
    public Selectors {
      selectors = List.copyOf(selectors);
    }

    @Override
    public int typeNumber() {
      return (ofInitiator ? PayloadType.TSI : PayloadType.TSR).number();
    }
  }

  /** One traffic selector on the wire. */
  sealed interface Selector {
    /** TS_IPV4_ADDR_RANGE. */
    record Ipv4(TrafficSelector value) implements Selector {}

    /**
     * One that this end cannot serve: another type, or an IPv4 range that is none (such as ports
     * "OPAQUE", RFC 7296 §3.13.1).
     */
    record Other(int type, int protocol, byte[] body) implements Selector {}
  }

  /**
   * Encrypted and authenticated (SK), still closed; always the last one.
   *
   * @param firstInner type of the first payload inside
   * @param body IV, ciphertext and integrity check value
   */
  record Encrypted(int firstInner, byte[] body) implements Payload {
    @Override
    public int typeNumber() {
      return PayloadType.SK.number();
    }
  }

  /**
   * A payload carried but not looked into: certificate, vendor id, configuration, EAP, or one of an
   * unknown type.
   */
  record Opaque(int typeNumber, boolean critical, byte[] body) implements Payload {}
}
