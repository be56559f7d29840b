package org.vpnhub.secrets;

/** What a secret store is locked with. */
public enum Protection {
  /** 32 random bytes in a file that only its owner may read. */
  KEY_FILE(1),
  /** A passphrase, through Argon2id. */
  PASSPHRASE(2);

  private final int code;

  Protection(int code) {
    this.code = code;
  }

  /** The value in the header of a store. */
  int code() {
    return code;
  }
}
