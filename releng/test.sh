# Sourced by ./vpnhub test: builds and runs every test that this machine allows.
# What cannot run is named with the package or permission that is missing. With CI=true a skip is a failure.

missing=""
need_package() { # package, command or file that proves it, what is skipped without it
  case $2 in
    /*) [ -e "$2" ] && return ;;
    *) command -v "$2" >/dev/null 2>&1 && return ;;
  esac
  missing="$missing
  $1: $3"
}
need_package strongswan-charon /usr/lib/ipsec/charon "interop with strongSwan"
need_package strongswan-swanctl /usr/sbin/swanctl "interop with strongSwan, loading of exported files"
need_package libcharon-extra-plugins /usr/lib/ipsec/plugins/libstrongswan-kernel-libipsec.so "interop with strongSwan (userspace ESP)"
need_package strongswan-starter /usr/lib/ipsec/starter "interop with strongSwan, loading of an exported ipsec.conf into it"
need_package libnss3-tools certutil "interop with libreswan (its empty key database)"
need_package bash bash "check of exported shell scripts"
need_package nftables /usr/sbin/nft "check of the exported packet filter"
# Packages that conflict with strongSwan's are fetched and not installed; the tests unpack them.
fetch_package() { # package, what is skipped without it
  debs=$home/.vpnhub/debs
  mkdir -p "$debs"
  for deb in "$debs/$1"_*.deb; do [ ! -e "$deb" ] || return 0; done
  (cd "$debs" && apt-get download -qq "$1") >/dev/null 2>&1 || missing="$missing
  $1 (apt-get download): $2"
}
fetch_package libreswan "check of exported files by libreswan, interop with it"
fetch_package openiked "check of exported files by OpenIKED"
need_package iproute2 /sbin/ip "interop, TUN tests"
need_package iputils-ping ping "interop"
if [ "$(id -u)" -ne 0 ]; then
  missing="$missing
  root: interop, TUN and raw socket tests (they make network namespaces of their own)"
elif [ ! -c /dev/net/tun ]; then
  missing="$missing
  /dev/net/tun: interop, TUN tests"
fi
need_package libxtst6 /usr/lib/x86_64-linux-gnu/libXtst.so.6 "journeys through the console (mouse and keys)"
need_package libgtk-3-0 /usr/lib/x86_64-linux-gnu/libgtk-3.so.0 "journeys through the console"
need_package xvfb Xvfb "journeys through the console (a display of their own)"
case $missing in *journeys*) set -- "$@" -DskipUiTests=true ;; esac
[ -d "$home/../shared/vectors" ] || missing="$missing
  ../shared/vectors: Wycheproof files and strongSwan traces"

started=$(date +%s)
log=$home/.vpnhub/test.log
mkdir -p "$home/.vpnhub"
find "$home/bundles" "$home/releng" -path '*/target/surefire-reports/*.xml' -delete 2>/dev/null || true
say "building and testing; the whole log goes to $log"
mkfifo_dir=$(mktemp -d)
# The console's tests get a display of their own, whatever display there is: they move the mouse.
xvfb=""
end_display() { [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true; }
case " $* " in
  *" -DskipUiTests=true "*) ;;
  *)
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$mkfifo_dir/display" >/dev/null 2>&1 &
    xvfb=$!
    trap end_display EXIT
    trap 'exit 130' INT TERM
    waited=0
    while [ ! -s "$mkfifo_dir/display" ] && [ "$waited" -lt 100 ]; do sleep 0.1; waited=$((waited + 1)); done
    DISPLAY=:$(cat "$mkfifo_dir/display")
    export DISPLAY
    unset WAYLAND_DISPLAY
    ;;
esac
status=0
drop_classes
(run_maven verify -Dmaven.test.failure.ignore=true "$@" 2>&1; echo $? >"$mkfifo_dir/status") | tee "$log" |
  grep --line-buffered -E 'Tests run:|Building org|^\[ERROR\]|BUILD|interop' || true
status=$(cat "$mkfifo_dir/status")
rm -rf "$mkfifo_dir"

reports=$(find "$home/bundles" "$home/releng" -path '*/target/surefire-reports/TEST-*.xml' 2>/dev/null)
sum() { # attribute of the <testsuite> elements, added up
  [ -n "$reports" ] || { echo 0; return; }
  printf '%s\n' "$reports" | tr '\n' '\0' | xargs -0 cat | grep -o "<testsuite [^>]*" | grep -o " $1=\"[0-9]*\"" |
    tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'
}
run=$(sum tests); failures=$(($(sum failures) + $(sum errors))); skipped=$(sum skipped)
passed=$((run - failures - skipped))
took=$(($(date +%s) - started))

echo
if [ -n "$missing" ]; then
  echo "Missing on this machine, and what was skipped for it:$missing"
fi
if [ "$skipped" -gt 0 ]; then
  echo "Skipped tests:"
  printf '%s\n' "$reports" | tr '\n' '\0' | xargs -0 grep -h -o '<skipped[^>]*message="[^"]*"' 2>/dev/null |
    sed 's/.*message="/  /; s/"$//' | sort | uniq -c
fi
[ "$status" -eq 0 ] || echo "The build failed; see $log"
echo "Took $((took / 60)) min $((took % 60)) s"
if [ "$status" -eq 0 ] && [ "${CI:-}" = true ] && { [ "$skipped" -gt 0 ] || [ -n "$missing" ]; }; then
  echo "CI: a skip is a failure"
  status=1
fi
[ "$failures" -eq 0 ] || status=1
if [ "$status" -eq 0 ] && [ "$run" -eq 0 ]; then
  echo "no test was run"
  status=1
fi
echo "$passed passed, $failures failed, $skipped skipped"
[ "$status" -eq 0 ] || exit 1
exit 0
