/**
 * The secret store: the pre-shared keys of a model, in one encrypted file beside it ({@code
 * NAME.secrets} beside {@code NAME.vpnhub}), under a key file ({@code NAME.key}) or a passphrase.
 *
 * <p>Start with {@link org.vpnhub.secrets.SecretFiles}, which finds the files, then {@link
 * org.vpnhub.secrets.SecretStore}; the file format stands in {@link
 * org.vpnhub.secrets.StoreHeader}. No key is ever written in clear.
 */
@NullMarked
package org.vpnhub.secrets;

import org.jspecify.annotations.NullMarked;
