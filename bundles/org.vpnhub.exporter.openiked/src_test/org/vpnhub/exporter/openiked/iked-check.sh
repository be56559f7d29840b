#!/bin/sh
# Runs "iked -n" over a file. It needs the user _iked even to check, who is added in a mount namespace of its own.
# Run as: unshare -m sh iked-check.sh IKED FOLDER FILE
set -e
for f in passwd group; do
  cp "/etc/$f" "$2/$f"
  mount --bind "$2/$f" "/etc/$f"
done
echo '_iked:x:64999:64999::/nonexistent:/usr/sbin/nologin' >>"$2/passwd"
echo '_iked:x:64999:' >>"$2/group"
chmod 600 "$3"
exec "$1" -n -vv -f "$3"
