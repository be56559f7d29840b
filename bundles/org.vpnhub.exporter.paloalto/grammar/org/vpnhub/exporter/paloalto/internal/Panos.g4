/*
 * Configurations of Palo Alto Networks PAN-OS in set format ("set cli config-output-format set", then
 * "show" in configuration mode), as far as they concern an IPsec VPN.
 *
 * Written from the manual: PAN-OS CLI Quick Start (configuration mode, set format, lists in brackets),
 * PAN-OS Administrator's Guide, chapters "VPNs", "NAT", "Policy" and "Networking" (static routes), and
 * PAN-OS Web Interface Help, pages "Network Profiles > IKE Crypto", "IPSec Crypto", "IKE Gateways" and
 * "IPSec Tunnels".
 *
 * A text must begin with a line feed. Every line fits some rule; a statement that no rule of its
 * hierarchy knows is `unknown`.
 */
grammar Panos;

configuration : (NL command?)* EOF ;

command
  : 'set' scope? statement                            # set
  | 'delete' scope? word*                             # remove
  | 'move' word*                                      # move
  | ~('set' | 'delete' | 'move' | NL) word*           # other
  ;

/** Of a firewall with several virtual systems. */
scope : 'vsys' word ;

statement
  : 'network' network
  | 'zone' word zone
  | 'address' word address
  | 'address-group' word group
  | 'rulebase' 'security' 'rules' word rule
  | 'rulebase' 'nat' 'rules' word nat
  | 'rulebase' ~('security' | 'nat' | NL) skipped
  | ~('network' | 'zone' | 'address' | 'address-group' | 'rulebase' | 'vsys' | NL) skipped
  ;

skipped : word* ;
unknown : word* ;

network
  : 'ike' 'crypto-profiles' 'ike-crypto-profiles' word ikeProfile
  | 'ike' 'crypto-profiles' 'ipsec-crypto-profiles' word ipsecProfile
  | 'ike' 'crypto-profiles' 'global-protect-app-crypto-profiles' skipped
  | 'ike' 'gateway' word gateway
  | 'ike' unknown
  | 'tunnel' 'ipsec' word tunnel
  | 'tunnel' ~('ipsec' | NL) skipped
  | 'interface' 'tunnel' 'units' word
  | 'interface' 'tunnel' 'units' word unit
  | 'interface' skipped
  | 'virtual-router' word 'routing-table' 'ip' 'static-route' word route
  | 'virtual-router' word 'interface' values
  | 'virtual-router' word skipped
  | ~('ike' | 'tunnel' | 'interface' | 'virtual-router' | NL) skipped
  ;

// ---------------------------------------------------------------- IKE and IPsec

ikeProfile
  : 'dh-group' values
  | 'hash' values
  | 'encryption' values
  | 'lifetime' lifetime
  | 'authentication-multiple' word
  | unknown
  ;

lifetime : ('seconds' | 'minutes' | 'hours' | 'days') word ;

ipsecProfile
  : 'esp' 'encryption' values
  | 'esp' 'authentication' values
  | 'dh-group' word
  | 'lifetime' lifetime
  | 'lifesize' ('kb' | 'mb' | 'gb' | 'tb') word
  | unknown
  ;

gateway
  : 'protocol' 'version' ('ikev1' | 'ikev2' | 'ikev2-preferred')
  | 'protocol' 'ikev1' ikev1
  | 'protocol' 'ikev2' ikev2
  | 'protocol-common' ('nat-traversal' ('enable' yesNo | ('keep-alive-interval' | 'udp-checksum-enable') word)
      | 'passive-mode' yesNo | 'fragmentation' 'enable' yesNo)
  | 'authentication' 'pre-shared-key' 'key' word
  | 'authentication' 'certificate' word*
  | 'local-address' ('interface' | 'ip' | 'floating-ip') word
  | 'peer-address' ('ip' | 'fqdn') word
  | 'peer-address' 'dynamic' word*
  | ('local-id' | 'peer-id') ('id' word | 'type' ('ipaddr' | 'fqdn' | 'ufqdn' | 'keyid' | 'dn') | 'matching' 'exact')
  | 'comment' word
  | ('disabled' | 'ipv6') 'no'
  | unknown
  ;

ikev1
  : 'ike-crypto-profile' word
  | 'exchange-mode' ('auto' | 'main' | 'aggressive')
  | 'dpd' ('enable' yesNo | ('interval' | 'retry') word)
  | unknown
  ;

ikev2
  : 'ike-crypto-profile' word
  | 'dpd' ('enable' yesNo | 'interval' word)
  | 'require-cookie' yesNo
  | unknown
  ;

yesNo : 'yes' | 'no' ;

tunnel
  : 'auto-key' 'ike-gateway' values
  | 'auto-key' 'ipsec-crypto-profile' word
  | 'auto-key' 'proxy-id' word ('protocol' 'any' (word)* | ('local' | 'remote') word)
  | 'tunnel-interface' word
  | 'tunnel-monitor' word*
  | ('anti-replay' | 'copy-tos' | 'enable-gre-encapsulation' | 'copy-flow-label') yesNo
  | ('disabled' | 'ipv6') 'no'
  | ('comment' | 'anti-replay-window') word
  | unknown
  ;

// ---------------------------------------------------------------- around it

unit
  : 'mtu' word
  | ('comment' | 'interface-management-profile' | 'netflow-profile' | 'link-tag') word
  | ('ip' | 'ipv6' | 'bonjour' | 'df-ignore') word*
  | unknown
  ;

route
  : ('destination' | 'interface' | 'metric' | 'admin-dist') word
  | 'nexthop' ('ip-address' | 'next-vr' | 'fqdn') word
  | 'nexthop' ('discard' | 'receive')
  | ('bfd' | 'path-monitor' | 'route-table' | 'option') word*
  | unknown
  ;

zone
  : 'network' ('layer3' | 'layer2' | 'tap' | 'virtual-wire' | 'external') values
  | 'network' 'tunnel' word*
  | 'network' ('zone-protection-profile' | 'log-setting' | 'enable-packet-buffer-protection') word
  | ('enable-user-identification' | 'enable-device-identification' | 'user-acl' | 'device-acl') word*
  | unknown
  ;

address
  : ('ip-netmask' | 'ip-range' | 'ip-wildcard' | 'fqdn') word
  | ('description' | 'tag') values
  | unknown
  ;

group
  : 'static' values
  | 'dynamic' word*
  | ('description' | 'tag') values
  | unknown
  ;

rule
  : ('from' | 'to' | 'source' | 'destination' | 'application' | 'service') values
  | 'action' word
  | 'disabled' yesNo
  | ('source-user' | 'category' | 'hip-profiles' | 'source-hip' | 'destination-hip') 'any'
  | ('source-user' | 'category' | 'hip-profiles' | 'source-hip' | 'destination-hip') '[' 'any' ']'
  | ('negate-source' | 'negate-destination') 'no'
  | 'rule-type' ('universal' | 'interzone' | 'intrazone')
  | ('description' | 'tag' | 'group-tag' | 'log-start' | 'log-end' | 'log-setting' | 'profile-setting' | 'option' | 'uuid' | 'icmp-unreachable') word*
  | unknown
  ;

nat
  : ('from' | 'to' | 'source' | 'destination') values
  | ('service' | 'to-interface') word
  | 'nat-type' 'ipv4'
  | ('source-translation' | 'destination-translation' | 'dynamic-destination-translation') word*
  | 'disabled' yesNo
  | ('description' | 'tag' | 'group-tag' | 'uuid') word*
  | unknown
  ;

// ---------------------------------------------------------------- words

/** One value, or several in brackets. */
values
  : '[' item* ']'
  | ~('[' | NL)
  ;

item : ~(NL | ']') ;
word : ~NL ;

NL : '\n' ([ \t\r\f]* ('#' ~[\n]*)? '\n')* ([ \t\r\f]* '#' ~[\n]*)? ;
OPEN : '[' ;
CLOSE : ']' ;
WORD : (~[ \t\r\f\n"] | '"' ~["\n]* '"')+ ;
STRAY : '"' -> type(WORD) ;
SPACE : [ \t\r\f]+ -> skip ;
