package org.vpnhub.dataplane.internal.packet;

/**
 * ECN and DSCP across the two headers of a tunnel (RFC 6040, RFC 2983).
 *
 * <p>The whole rule table is here; which of it a port can keep depends on what it sees. A socket
 * that shows no outer TOS octet (DatagramChannel) cannot carry an outer CE mark inwards, so an
 * engine on such a port marks its own outer headers Not-ECT ({@link Mode#COMPATIBILITY}): routers
 * then drop instead of marking, and no congestion signal is lost (RFC 6040 §4.1).
 */
public final class Ecn {
  public static final int NOT_ECT = 0b00;
  public static final int ECT_1 = 0b01;
  public static final int ECT_0 = 0b10;
  public static final int CE = 0b11;

  /** The combination is not to be forwarded. */
  public static final int DROP = -1;

  private static final int ECN_MASK = 0b11;
  private static final int DSCP_MASK = 0xfc;

  /** What the ingress of a tunnel does (RFC 6040 §4.1). */
  public enum Mode {
    /** The outer header gets the inner ECN field. */
    NORMAL,
    /** The outer header is Not-ECT: for an egress that does not keep ECN. */
    COMPATIBILITY
  }

  // RFC 6040 §4.2, figure 4: rows are the inner, columns the outer field, each in the order
  // Not-ECT (00), ECT(1) (01), ECT(0) (10), CE (11).
  private static final int[][] EGRESS = {
    {NOT_ECT, NOT_ECT, NOT_ECT, DROP},
    {ECT_1, ECT_1, ECT_1, CE},
    {ECT_0, ECT_1, ECT_0, CE},
    {CE, CE, CE, CE},
  };

  private Ecn() {}

  /**
   * The outer TOS octet: the DSCP is copied (RFC 4301 §5.1.2.1), the ECN field as the mode says.
   */
  public static int outerTos(int innerTos, Mode mode) {
    return mode == Mode.NORMAL ? innerTos : innerTos & DSCP_MASK;
  }

  /**
   * The inner TOS octet after decapsulation: the inner DSCP stays, the ECN fields are joined.
   *
   * @return 0 to 255, or {@link #DROP}
   */
  public static int innerTos(int innerTos, int outerTos) {
    int joined = EGRESS[innerTos & ECN_MASK][outerTos & ECN_MASK];
    return joined == DROP ? DROP : innerTos & DSCP_MASK | joined;
  }
}
