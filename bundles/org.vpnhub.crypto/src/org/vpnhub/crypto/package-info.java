/**
 * The algorithms that the engine can do, by their IKEv2 transform ids, over the platform's JCA.
 *
 * <p>Start with the four enums: {@link org.vpnhub.crypto.EncryptionAlgorithm}, {@link
 * org.vpnhub.crypto.IntegrityAlgorithm}, {@link org.vpnhub.crypto.PrfAlgorithm} and {@link
 * org.vpnhub.crypto.KeyExchangeMethod}. {@link org.vpnhub.crypto.PacketCipher} protects SK payloads
 * and ESP packets in place; {@link org.vpnhub.crypto.Prf} derives keys.
 *
 * <p>A further algorithm is a further enum constant; a further way of protecting packets
 * (ChaCha20-Poly1305 for example) is a further subclass of {@code PacketCipher}; a further group is
 * a further constant with its own {@code KeyExchange}. Plain Java, no state between calls but in
 * {@code PacketCipher}, {@code Prf} and {@code KeyExchange} objects, which belong to one thread.
 */
@NullMarked
package org.vpnhub.crypto;

import org.jspecify.annotations.NullMarked;
