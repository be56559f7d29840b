#!/bin/bash
# Two charon daemons in network namespaces of their own: "hub" (198.51.100.1) and "site" (203.0.113.20), joined by a
# veth pair; user-space ESP. Run as: unshare -n -m bash charon-rig.sh DIR
# Loads every DIR/site-*.conf into the site (one after the other, each on its own), and DIR/hub.conf, if there is one,
# into the hub; then initiates the children of the file DIR/initiate (lines: connection child) with DIR/site.conf.
# Output: one line "== load FILE STATUS" or "== initiate CONNECTION CHILD" each, with its messages after it.
set -u
dir=$1
mount -t tmpfs tmpfs /run
mkdir -p /run/netns
modprobe tun 2>/dev/null
write_conf() { # name
  cat > "$dir/$1.strongswan.conf" <<C
charon {
  load_modular = no
  load = random nonce openssl aes des sha1 sha2 md5 hmac kdf gcm gmp curve25519 chapoly kernel-libipsec kernel-netlink socket-default vici updown
  install_routes = no
  retransmit_tries = 1
  retransmit_timeout = 1
  threads = 16
  plugins {
    socket-default { fwmark = 0x42 }
    kernel-netlink { fwmark = !0x42 }
    kernel-libipsec { allow_peer_ts = yes
      fwmark = 0x42 }
    vici { socket = unix://$dir/$1.vici }
  }
  filelog { f { path = $dir/$1.log
    default = 1 } }
  syslog { daemon { default = -1 } auth { default = -1 } }
}
C
}
ip netns add hub; ip netns add site
ip link add e-hub netns hub type veth peer name e-site netns site
for n in hub site; do ip -n $n link set lo up; ip -n $n link set e-$n up; done
ip -n hub addr add 198.51.100.1/32 dev e-hub; ip -n hub route add 203.0.113.20/32 dev e-hub
ip -n site addr add 203.0.113.20/32 dev e-site; ip -n site route add 198.51.100.1/32 dev e-site
ip -n hub addr add 10.0.0.1/32 dev lo; ip -n site addr add 10.10.20.1/32 dev lo
pids=""
for n in hub site; do
  write_conf $n
  ip netns exec $n unshare -m bash -c "mount -t tmpfs tmpfs /run; export STRONGSWAN_CONF=$dir/$n.strongswan.conf; exec /usr/lib/ipsec/charon" >"$dir/$n.out" 2>&1 </dev/null &
  pids="$pids $!"
done
trap 'kill $pids 2>/dev/null; wait' EXIT
for n in hub site; do
  for _ in $(seq 100); do [ -S "$dir/$n.vici" ] && break; read -r -t 0.1 _ <> <(:); done
  [ -S "$dir/$n.vici" ] || { echo "charon of $n did not start"; cat "$dir/$n.out" "$dir/$n.log"; exit 3; }
done
ctl() { # name arguments
  local n=$1; shift
  STRONGSWAN_CONF="$dir/$n.strongswan.conf" timeout 60 ip netns exec "$n" swanctl "$@" --uri "unix://$dir/$n.vici" 2>&1
}
load() { # name file
  messages=$(ctl "$1" --load-all --noprompt --file "$2"); status=$?
  echo "== load $(basename "$2") $status"
  printf '%s\n' "$messages"
}
for f in "$dir"/site-*.conf; do [ -e "$f" ] && load site "$f"; done
if [ -e "$dir/hub.conf" ]; then
  load hub "$dir/hub.conf"
  load site "$dir/site.conf"
  while read -r connection child; do
    echo "== initiate $connection $child"
    ctl site --initiate --ike "$connection" --child "$child" --timeout 15
  done < "$dir/initiate"
fi
true
