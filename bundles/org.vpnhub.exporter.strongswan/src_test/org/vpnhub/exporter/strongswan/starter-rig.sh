#!/bin/bash
# strongSwan's starter and charon in a network namespace, with ipsec.conf and ipsec.secrets; in a second namespace a
# charon "hub" (198.51.100.1) with swanctl, joined by a veth pair. Run as: unshare -n -m bash starter-rig.sh DIR
# Loads the files of every DIR/case-*, one after the other, until DIR/case-*/expected (a list of children) is there.
# With a file "initiate" in a case (a list of connections), DIR/hub.conf is loaded into the hub and they are initiated.
# Output: "== case NAME" with the status after it, "== initiate CONNECTION" with its messages.
set -u
dir=$1
mount -t tmpfs tmpfs /run
mkdir -p /run/netns
modprobe tun 2>/dev/null
common() { # name
  cat <<C
  load_modular = no
  install_routes = no
  retransmit_tries = 1
  retransmit_timeout = 1
  filelog { f { path = $dir/$1.log
    default = 1
    flush_line = yes } }
  syslog { daemon { default = -1 } auth { default = -1 } }
C
}
plugins="random nonce openssl aes des sha1 sha2 md5 hmac kdf gcm gmp curve25519 chapoly kernel-libipsec kernel-netlink socket-default updown"
libipsec="socket-default { fwmark = 0x42 }
    kernel-netlink { fwmark = !0x42 }
    kernel-libipsec { allow_peer_ts = yes
      fwmark = 0x42 }"
ip netns add hub; ip netns add site
ip link add e-hub netns hub type veth peer name e-site netns site
for n in hub site; do ip -n $n link set lo up; ip -n $n link set e-$n up; done
ip -n hub addr add 198.51.100.1/32 dev e-hub; ip -n hub route add 203.0.113.20/32 dev e-hub
ip -n site addr add 203.0.113.20/32 dev e-site; ip -n site route add 198.51.100.1/32 dev e-site
ip -n hub addr add 10.0.0.1/32 dev lo; ip -n site addr add 10.10.20.1/32 dev lo
starter=""
hub=""
# The starter ends its charon, which it may not have done yet when it is gone itself.
stop_site() {
  [ -z "$starter" ] && return
  kill "$starter" 2>/dev/null
  wait "$starter" 2>/dev/null
  starter=""
}
trap 'stop_site; [ -z "$hub" ] || kill $hub 2>/dev/null; wait' EXIT
pause() { read -r -t 0.1 _ <> <(:); }
run_case() { # folder
  local case=$1 name
  name=$(basename "$case")
  {
    echo "charon {"
    common site
    echo "  load = $plugins stroke"
    echo "  plugins { $libipsec
    stroke { secrets_file = $case/ipsec.secrets } } }"
  } >"$dir/site.strongswan.conf"
  STRONGSWAN_CONF=$dir/site.strongswan.conf ip netns exec site unshare -m bash -c \
    "mount -t tmpfs tmpfs /run; echo \$\$ > $dir/site.pid; exec /usr/lib/ipsec/starter --nofork --conf $case/ipsec.conf" \
    >"$case/starter.out" 2>&1 </dev/null &
  starter=$!
  echo "== case $name"
  local missing=none
  for _ in $(seq 100); do
    pause
    kill -0 "$starter" 2>/dev/null || break
    status=$(nsenter -n -m -t "$(cat "$dir/site.pid" 2>/dev/null || echo 1)" timeout 20 /usr/lib/ipsec/stroke statusall 2>&1)
    missing=""
    while read -r child; do
      printf '%s\n' "$status" | grep -q "^ *$child: *child:" || missing="$missing $child"
    done <"$case/expected"
    [ -z "$missing" ] && break
  done
  printf '%s\n' "$status"
  echo "missing:$missing"
  cat "$case/starter.out"
  grep -i "error\|invalid\|failed\|unable\|bad \|parse\|loaded IKE secret\|loading secrets" "$dir/site.log"
  if [ -e "$case/initiate" ]; then
    while read -r connection; do
      echo "== initiate $connection"
      nsenter -n -m -t "$(cat "$dir/site.pid")" timeout 20 /usr/lib/ipsec/stroke up "$connection" 2>&1
    done <"$case/initiate"
  fi
  stop_site
  rm -f "$dir/site.log" "$dir/site.pid"
}
if [ -e "$dir/hub.conf" ]; then
  {
    echo "charon {"
    common hub
    echo "  load = $plugins vici"
    echo "  plugins { $libipsec
    vici { socket = unix://$dir/hub.vici } } }"
  } >"$dir/hub.strongswan.conf"
  STRONGSWAN_CONF=$dir/hub.strongswan.conf ip netns exec hub unshare -m bash -c \
    "mount -t tmpfs tmpfs /run; exec /usr/lib/ipsec/charon" >"$dir/hub.out" 2>&1 </dev/null &
  hub=$!
  for _ in $(seq 100); do [ -S "$dir/hub.vici" ] && break; pause; done
  STRONGSWAN_CONF=$dir/hub.strongswan.conf swanctl --load-all --noprompt --file "$dir/hub.conf" --uri "unix://$dir/hub.vici" 2>&1
fi
for case in "$dir"/case-*; do run_case "$case"; done
true
