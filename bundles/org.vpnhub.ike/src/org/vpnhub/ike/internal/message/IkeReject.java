package org.vpnhub.ike.internal.message;

/**
 * A fault of the peer. What follows from it (notify, silent drop, teardown) is decided in one
 * table, {@code internal.v2.RejectTable}. Cheap: without stack trace.
 */
public abstract sealed class IkeReject extends Exception {
  private static final long serialVersionUID = 1L;

  private IkeReject(String message) {
    super(message, null, false, false);
  }

  /** Bytes that are no IKE message, or break the grammar. */
  public static final class Malformed extends IkeReject {
    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
      super(message);
    }
  }

  /** A sound message that the protocol does not allow at this point. */
  public static final class Misbehaved extends IkeReject {
    private static final long serialVersionUID = 1L;

    public Misbehaved(String message) {
      super(message);
    }
  }

  /** A sound and legal message that asks for what this end cannot or may not do. */
  public static final class Incompatible extends IkeReject {
    private static final long serialVersionUID = 1L;
    private final int notify;
    private final byte[] data;

    /**
     * @param notify the error to answer, one of {@link NotifyType}
     * @param data notification data
     */
    public Incompatible(int notify, byte[] data, String message) {
      super(message);
      this.notify = notify;
      this.data = data.clone();
    }

    public Incompatible(int notify, String message) {
      this(notify, new byte[0], message);
    }

    public int notifyType() {
      return notify;
    }

    public byte[] data() {
      return data.clone();
    }
  }

  /** A message whose integrity, authentication or cookie does not fit. */
  public static final class Unauthentic extends IkeReject {
    private static final long serialVersionUID = 1L;

    public Unauthentic(String message) {
      super(message);
    }
  }
}
