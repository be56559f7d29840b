package org.vpnhub.ike.internal.v2;

import java.util.Optional;
import org.vpnhub.ike.IkeProposal;

/** Where one IKE SA stands. The package comment draws the transitions. */
sealed interface Phase {

  /** Initiator: IKE_SA_INIT request sent. */
  record InitSent(IkeSaInit exchange) implements Phase {}

  /** Responder: IKE_SA_INIT answered, IKE_AUTH awaited; half-open. */
  record InitAnswered(Handshake handshake, byte[] request, byte[] response, Timers.Timer expiry)
      implements Phase {}

  /** Initiator: IKE_AUTH request sent. */
  record AuthSent(Handshake handshake, IkeAuth exchange) implements Phase {}

  /** Responder: IKE_AUTH answered with an error; kept a while to repeat the answer. */
  record Refused(IkeKeys keys) implements Phase {}

  /** Made by a rekey that collided with another, or lost: holds no CHILD SA. */
  record Candidate(IkeKeys keys, IkeProposal suite, long since) implements Phase {}

  /** In use. */
  record Established(IkeKeys keys, IkeProposal suite, long since, long rekeyAt) implements Phase {}

  /** Rekeyed: the CHILD SAs have moved to the successor; the delete is awaited or on its way. */
  record Replaced(IkeKeys keys, IkeSa successor) implements Phase {}

  /** Delete sent, to end the connection. */
  record Deleting(IkeKeys keys) implements Phase {}

  /** Over; kept a while to repeat the last answer. */
  record Closed(Optional<IkeKeys> keys) implements Phase {}

  /** The keys that protect messages; none before IKE_SA_INIT is done. */
  default Optional<IkeKeys> keysIfAny() {
    return switch (this) {
      case InitSent p -> Optional.empty();
      case InitAnswered p -> Optional.of(p.handshake().keys());
      case AuthSent p -> Optional.of(p.handshake().keys());
      case Refused p -> Optional.of(p.keys());
      case Candidate p -> Optional.of(p.keys());
      case Established p -> Optional.of(p.keys());
      case Replaced p -> Optional.of(p.keys());
      case Deleting p -> Optional.of(p.keys());
      case Closed p -> p.keys();
    };
  }

  /** Whether the SA is still being set up. */
  default boolean isSetup() {
    return switch (this) {
      case InitSent p -> true;
      case InitAnswered p -> true;
      case AuthSent p -> true;
      case Refused p -> false;
      case Candidate p -> false;
      case Established p -> false;
      case Replaced p -> false;
      case Deleting p -> false;
      case Closed p -> false;
    };
  }

  /** Whether new requests of the peer are looked into. */
  default boolean takesRequests() {
    return switch (this) {
      case InitSent p -> false;
      case InitAnswered p -> true;
      case AuthSent p -> false;
      case Refused p -> false;
      case Candidate p -> true;
      case Established p -> true;
      case Replaced p -> true;
      case Deleting p -> true;
      case Closed p -> false;
    };
  }

  /** For the status, such as {@code IKE_AUTH sent}. */
  default String text() {
    return switch (this) {
      case InitSent p -> "IKE_SA_INIT sent";
      case InitAnswered p -> "IKE_SA_INIT answered";
      case AuthSent p -> "IKE_AUTH sent";
      case Refused p -> "refused";
      case Candidate p -> "rekeyed, not in use";
      case Established p -> "established";
      case Replaced p -> "replaced";
      case Deleting p -> "deleting";
      case Closed p -> "closed";
    };
  }
}
