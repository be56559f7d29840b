/**
 * The IKEv2 machine (RFC 7296). Read {@link org.vpnhub.ike.internal.v2.Engine} first (which SA does
 * a message belong to?), then {@link org.vpnhub.ike.internal.v2.IkeSa} (windows and queue), then
 * the exchanges, one class each: {@link org.vpnhub.ike.internal.v2.IkeSaInit}, {@link
 * org.vpnhub.ike.internal.v2.IkeAuth}, {@link org.vpnhub.ike.internal.v2.CreateChild}, {@link
 * org.vpnhub.ike.internal.v2.RekeyIke}, {@link org.vpnhub.ike.internal.v2.DeleteChild}, {@link
 * org.vpnhub.ike.internal.v2.DeleteIke}, {@link org.vpnhub.ike.internal.v2.Liveness}, with {@link
 * org.vpnhub.ike.internal.v2.Informational} for the receiving half of the last three. {@link
 * org.vpnhub.ike.internal.v2.Connection} keeps a connection up and settles who goes first.
 *
 * <p>One thread at a time owns an engine and everything in it.
 *
 * <p>Phases of an IKE SA ({@link org.vpnhub.ike.internal.v2.Phase}):
 *
 * <pre>
 *  initiator                          responder
 *
 *  InitSent ──┐ cookie, other group   InitAnswered ── IKE_AUTH wrong ──> Refused
 *     │    &lt;──┘                            │                               │
 *     │ IKE_SA_INIT answered               │ IKE_AUTH right                │ time
 *     v                                    │                               v
 *  AuthSent ── IKE_AUTH answered ──┐       │                            Closed
 *                                  v       v
 *                                Established ── rekeyed ──> Replaced ──┐
 *                                  ^       │                           │ delete
 *                 wins a collision │       │ delete sent               │ answered
 *                                  │       v                           v
 *  rekeying ──────────────────> Candidate ────────> Deleting ──────> Closed
 *                                        loses a collision
 * </pre>
 *
 * <p>A peer's delete, a request without answer, or an internal fault leads from anywhere to Closed.
 *
 * <p>Phases of a CHILD SA pair ({@link org.vpnhub.ike.internal.v2.ChildPhase}):
 *
 * <pre>
 *  made by us, or new ────────────────────────────> Live
 *  the peer rekeys ──> Waiting ── delete of the old ──^ │
 *                        │       or first packet        ├─ rekeyed by the peer ──> Replaced ──┐
 *     our rekeying wins  │                              │                           peer's    │
 *                        v                              │ rekeyed by us, deleted    delete    v
 *                    Redundant ── peer's delete ──────> └────────────> Deleting ───────────> Gone
 * </pre>
 */
@NullMarked
package org.vpnhub.ike.internal.v2;

import org.jspecify.annotations.NullMarked;
