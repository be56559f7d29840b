/*
 * Configurations of Fortinet FortiOS ("show", "show full-configuration" or a backup), as far as they
 * concern an IPsec VPN with tunnel interfaces.
 *
 * Written from the manual: FortiOS CLI Reference 6.4, 7.0 and 7.4, chapters "config vpn ipsec
 * phase1-interface", "config vpn ipsec phase2-interface", "config firewall policy", "config firewall
 * address", "config firewall addrgrp", "config router static", "config system interface", "config
 * system zone"; FortiOS Administration Guide, chapter "Command syntax".
 *
 * A text must begin and end with a line feed. A table is "config" to "end", an entry of it "edit" to
 * "next", in any depth. Every line fits some rule: what no other rule knows is `unknown` within an
 * entry that matters and skipped elsewhere.
 */
grammar Fortios;

configuration : NL? statement* EOF ;

statement : 'config' table ;

table
  : ('vdom' | 'global') NL ('edit' words NL | 'next' NL | statement)* 'end' NL    # scope
  | 'vpn' vpn                                                                     # vpnTable
  | 'firewall' firewall                                                           # firewallTable
  | 'router' router                                                               # routerTable
  | 'system' system                                                               # systemTable
  | ~('vdom' | 'global' | 'vpn' | 'firewall' | 'router' | 'system' | NL) skipped  # otherTable
  ;

/** The rest of a table that does not matter here. */
skipped : words NL skippedLine* 'end' NL ;

skippedLine
  : 'config' skipped
  | ~('config' | 'end' | NL) words NL
  ;

vpn
  : 'ipsec' ipsec
  | ~('ipsec' | NL) skipped
  ;

ipsec
  : 'phase1-interface' NL phase1* 'end' NL        # phase1Table
  | 'phase2-interface' NL phase2* 'end' NL        # phase2Table
  | ('phase1' | 'phase2' | 'manualkey' | 'manualkey-interface') skipped   # policyBased
  | ~('phase1-interface' | 'phase2-interface' | 'phase1' | 'phase2' | 'manualkey' | 'manualkey-interface' | NL) skipped   # otherIpsec
  ;

firewall
  : 'address' NL address* 'end' NL                # addressTable
  | 'addrgrp' NL group* 'end' NL                  # groupTable
  | 'policy' NL policy* 'end' NL                  # policyTable
  | ~('address' | 'addrgrp' | 'policy' | NL) skipped   # otherFirewall
  ;

router
  : 'static' NL route* 'end' NL                   # routeTable
  | ~('static' | NL) skipped                      # otherRouter
  ;

system
  : 'interface' NL port* 'end' NL            # interfaceTable
  | 'zone' NL zone* 'end' NL                      # zoneTable
  | ~('interface' | 'zone' | NL) skipped          # otherSystem
  ;

// ---------------------------------------------------------------- phase 1 and 2

phase1 : 'edit' name NL (phase1Line | plain)* 'next' NL ;

phase1Line
  : 'set' phase1Attribute word+ NL
  | 'set' phase1Plain words NL
  ;

phase1Attribute
  : 'type' | 'interface' | 'ike-version' | 'mode' | 'authmethod' | 'remote-gw' | 'proposal' | 'dhgrp' | 'keylife'
  | 'localid-type' | 'localid' | 'peertype' | 'peerid' | 'psksecret' | 'dpd' | 'dpd-retryinterval'
  ;

phase1Plain
  : 'nattraversal' | 'dpd-retrycount' | 'auto-negotiate' | 'comments' | 'keepalive' | 'net-device' | 'passive-mode'
  | 'ip-version' | 'local-gw' | 'add-route' | 'add-gw-route' | 'ip-fragmentation' | 'fragmentation' | 'fragmentation-mtu'
  | 'wizard-type' | 'negotiate-timeout' | 'rekey' | 'reauth' | 'idle-timeout' | 'idle-timeoutinterval' | 'priority'
  | 'distance' | 'mode-cfg' | 'xauthtype' | 'monitor' | 'monitor-min' | 'aggregate-member' | 'aggregate-weight'
  | 'inbound-dscp-copy' | 'auto-discovery-sender' | 'auto-discovery-receiver' | 'auto-discovery-forwarder'
  | 'auto-discovery-psk' | 'encapsulation' | 'nattraversal-mode' | 'childless-ike' | 'npu-offload' | 'fec-egress'
  | 'fec-ingress' | 'default-gw' | 'default-gw-priority' | 'exchange-interface-ip' | 'send-cert-chain' | 'esn'
  | 'ha-sync-esp-seqno' | 'network-overlay' | 'signature-hash-alg' | 'rsa-signature-format' | 'digital-signature-auth'
  | 'enforce-unique-id' | 'fgsp-sync' | 'packet-redistribution' | 'transport' | 'link-cost' | 'forticlient-enforcement'
  | 'cert-id-validation' | 'dns-mode' | 'acct-verify' | 'ppk' | 'group-authentication' | 'include-local-lan' | 'suite-b'
  | 'eap' | 'usrgrp' | 'authusrgrp' | 'assign-ip' | 'tunnel-search' | 'vni' | 'device-creation' | 'id'
  ;

phase2 : 'edit' name NL (phase2Line | plain)* 'next' NL ;

phase2Line
  : 'set' phase2Attribute word+ NL
  | 'set' phase2Plain words NL
  ;

phase2Attribute
  : 'phase1name' | 'proposal' | 'pfs' | 'dhgrp' | 'keylife-type' | 'keylifeseconds' | 'keylifekbs' | 'src-addr-type'
  | 'src-subnet' | 'src-name' | 'dst-addr-type' | 'dst-subnet' | 'dst-name'
  ;

phase2Plain
  : 'auto-negotiate' | 'keepalive' | 'comments' | 'replay' | 'add-route' | 'auto-discovery-sender'
  | 'auto-discovery-forwarder' | 'route-overlap' | 'inbound-dscp-copy' | 'initiator-ts-narrow' | 'diffserv'
  | 'diffservcode' | 'l2tp' | 'dhcp-ipsec' | 'single-source' | 'use-natip' | 'ipv4-df' | 'id'
  | 'encapsulation' 'tunnel-mode'
  | ('protocol' | 'src-port' | 'dst-port') '0'
  ;

// ---------------------------------------------------------------- firewall

address : 'edit' name NL (addressLine | plain)* 'next' NL ;

addressLine
  : 'set' ('type' | 'subnet') word+ NL
  | 'set' ('uuid' | 'comment' | 'color' | 'allow-routing' | 'associated-interface' | 'fabric-object' | 'visibility'
      | 'sub-type' | 'obj-type' | 'clearpass-spt' | 'macaddr' | 'interface' | 'route-tag' | 'fqdn' | 'start-ip'
      | 'end-ip' | 'wildcard' | 'country' | 'cache-ttl' | 'dirty') words NL
  ;

group : 'edit' name NL (groupLine | plain)* 'next' NL ;

groupLine
  : 'set' ('member' | 'exclude' | 'exclude-member') word+ NL
  | 'set' ('uuid' | 'comment' | 'color' | 'allow-routing' | 'fabric-object' | 'visibility' | 'type' | 'category') words NL
  ;

policy : 'edit' name NL (policyLine | plain)* 'next' NL ;

policyLine
  : 'set' policyAttribute word+ NL
  | 'set' policyPlain words NL
  ;

policyAttribute
  : 'srcintf' | 'dstintf' | 'srcaddr' | 'dstaddr' | 'action' | 'schedule' | 'service' | 'nat' | 'status'
  | 'tcp-mss-sender' | 'tcp-mss-receiver' | 'srcaddr-negate' | 'dstaddr-negate' | 'service-negate'
  ;

policyPlain
  : 'name' | 'uuid' | 'comments' | 'comment' | 'logtraffic' | 'logtraffic-start' | 'utm-status' | 'inspection-mode'
  | 'ssl-ssh-profile' | 'av-profile' | 'ips-sensor' | 'webfilter-profile' | 'application-list' | 'dnsfilter-profile'
  | 'profile-protocol-options' | 'profile-type' | 'profile-group' | 'file-filter-profile' | 'emailfilter-profile'
  | 'traffic-shaper' | 'traffic-shaper-reverse' | 'per-ip-shaper' | 'auto-asic-offload' | 'np-acceleration'
  | 'session-ttl' | 'capture-packet' | 'match-vip' | 'match-vip-only' | 'wccp' | 'webcache' | 'delay-tcp-npu-session'
  | 'global-label' | 'label' | 'timeout-send-rst' | 'anti-replay' | 'block-notification' | 'fixedport' | 'permit-any-host'
  | 'permit-stun-host' | 'ippool' | 'poolname' | 'diffserv-forward' | 'diffserv-reverse' | 'vlan-cos-fwd' | 'vlan-cos-rev'
  | 'dynamic-shaping' | 'tos' | 'tos-mask' | 'tos-negate' | 'reputation-minimum' | 'internet-service'
  | 'internet-service-src' | 'geoip-match' | 'geoip-anycast' | 'natip' | 'id'
  ;

route : 'edit' name NL (routeLine | plain)* 'next' NL ;

routeLine
  : 'set' ('dst' | 'dstaddr' | 'device' | 'blackhole' | 'status') word+ NL
  | 'set' ('gateway' | 'distance' | 'priority' | 'weight' | 'comment' | 'src' | 'dynamic-gateway' | 'sdwan'
      | 'sdwan-zone' | 'virtual-wan-link' | 'internet-service' | 'internet-service-custom' | 'vrf' | 'bfd'
      | 'link-monitor-exempt' | 'tag' | 'preferred-source') words NL
  ;

port : 'edit' name NL (portLine | plain)* 'next' NL ;

/** Of an interface only the clamp matters; what else it has is not the VPN's business. */
portLine
  : 'set' 'tcp-mss' word NL
  | 'set' ~('tcp-mss' | NL) words NL
  ;

zone : 'edit' name NL (zoneLine | plain)* 'next' NL ;

zoneLine
  : 'set' ('interface' | 'intrazone') word+ NL
  | 'set' ('description' | 'tagging' | 'id') words NL
  ;

// ---------------------------------------------------------------- words

plain
  : 'unset' words NL                              # unset
  | 'config' skipped                              # nested
  | ~('unset' | 'config' | 'edit' | 'next' | 'end' | NL) words NL   # unknown
  ;

name : word ;
words : word* ;
word : ~NL ;

/** A line end, with the empty lines and comments behind it. */
NL : LINES ;
/** Parts in quotes may go over several lines. */
WORD : (~[ \t\r\f\n"\\] | '\\' . | '"' (~["\\] | '\\' .)* '"')+ ;
/** A quote or backslash that stands alone. */
STRAY : ["\\] -> type(WORD) ;
SPACE : [ \t\r\f]+ -> skip ;

fragment LINES : '\n' ([ \t\r\f]* ('#' ~[\n]*)? '\n')* ;
