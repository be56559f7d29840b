/*
 * Configurations of VyOS 1.4 as "show configuration commands" writes them, as far as they concern an
 * IPsec VPN.
 *
 * Written from the manual "VyOS User Guide" 1.4 (sagitta): "Command Line Interface", "IPsec" (IKE, ESP
 * and VPN groups, site-to-site), "VTI - Virtual Tunnel Interface", "Static routes", "NAT44" and
 * "Firewall" (IPv4), and from the names of the nodes in the interface definitions that it is made of.
 *
 * A text must begin and end with a line feed. Every line of a node that concerns the VPN fits
 * `unknown` at last, every other one `skipped`.
 */
grammar Vyos;

configuration : (NL line?)* EOF ;

line
  : 'set' 'vpn' 'ipsec' ipsec                                         # ipsecLine
  | 'set' 'interfaces' 'vti' word vti                                 # vtiLine
  | 'set' 'protocols' 'static' 'route' word route                     # routeLine
  | 'set' 'nat' 'source' 'rule' word nat                              # natLine
  | 'set' 'firewall' 'ipv4' word 'filter' firewall                    # firewallLine
  | other                                                             # skipped
  ;

/** What begins with no node from above, so that no line fits two rules. */
other
  : ~('set' | NL) word*
  | 'set' (~('vpn' | 'interfaces' | 'protocols' | 'nat' | 'firewall' | NL) word*)?
  | 'set' 'vpn' (~('ipsec' | NL) word*)?
  | 'set' 'interfaces' (~('vti' | NL) word*)?
  | 'set' 'interfaces' 'vti'
  | 'set' 'protocols' (~('static' | NL) word*)?
  | 'set' 'protocols' 'static' (~('route' | NL) word*)?
  | 'set' 'protocols' 'static' 'route'
  | 'set' 'nat' (~('source' | NL) word*)?
  | 'set' 'nat' 'source' (~('rule' | NL) word*)?
  | 'set' 'nat' 'source' 'rule'
  | 'set' 'firewall' (~('ipv4' | NL) word*)?
  | 'set' 'firewall' 'ipv4' (word (~('filter' | NL) word*)?)?
  ;

// ---------------------------------------------------------------- vpn ipsec

ipsec
  : 'ike-group' word ike                                              # ikeGroup
  | 'esp-group' word esp                                              # espGroup
  | 'authentication' 'psk' word psk                                   # pskGroup
  | 'site-to-site' 'peer' word peer                                   # peerNode
  | 'interface' word                                                  # ipsecInterface
  | ('options' | 'log' | 'disable-uniqreqids') word*                  # plainIpsec
  | ('remote-access' | 'profile') word*                               # otherVpn
  | word*                                                             # unknownIpsec
  ;

ike
  : 'proposal' word 'encryption' word                                 # ikeCipher
  | 'proposal' word 'hash' word                                       # ikeHash
  | 'proposal' word 'dh-group' word                                   # ikeDhGroup
  | 'proposal' word 'prf' word                                        # ikePrf
  | 'proposal' word                                                   # ikePlain
  | 'lifetime' word                                                   # ikeLifetime
  | 'key-exchange' word                                               # ikeVersion
  | 'mode' word                                                       # ikeMode
  | 'dead-peer-detection' 'interval' word                             # ikeDpd
  | 'dead-peer-detection' ('action' | 'timeout') word                 # ikePlain
  | ('close-action' | 'ikev2-reauth' | 'disable-mobike') word*        # ikePlain
  | word*                                                             # ikeUnknown
  ;

esp
  : 'proposal' word 'encryption' word                                 # espCipher
  | 'proposal' word 'hash' word                                       # espHash
  | 'proposal' word                                                   # espPlain
  | 'lifetime' word                                                   # espLifetime
  | 'life-bytes' word                                                 # espBytes
  | 'pfs' word                                                        # espPfs
  | 'mode' word                                                       # espMode
  | ('compression' | 'life-packets' | 'disable-rekey') word*          # espPlain
  | word*                                                             # espUnknown
  ;

psk
  : 'id' word                                                         # pskId
  | 'secret' word                                                     # pskSecret
  | 'dhcp-interface' word                                             # pskPlain
  | word*                                                             # pskUnknown
  ;

peer
  : 'authentication' 'mode' word                                      # peerMode
  | 'authentication' 'local-id' word                                  # peerLocalId
  | 'authentication' 'remote-id' word                                 # peerRemoteId
  | 'ike-group' word                                                  # peerIke
  | 'default-esp-group' word                                          # peerEsp
  | 'local-address' word                                              # peerLocal
  | 'remote-address' word                                             # peerRemote
  | 'vti' 'bind' word                                                 # peerVti
  | 'vti' 'esp-group' word                                            # peerVtiEsp
  | 'tunnel' word tunnel                                              # peerTunnel
  | 'dhcp-interface' word                                             # peerDhcp
  | 'disable'                                                         # peerDisable
  | ('connection-type' | 'description' | 'force-udp-encapsulation' | 'replay-window')
    word*                                                             # peerPlain
  | word*                                                             # peerUnknown
  ;

tunnel
  : 'local' 'prefix' word                                             # tunnelLocal
  | 'remote' 'prefix' word                                            # tunnelRemote
  | 'esp-group' word                                                  # tunnelEsp
  | 'disable'                                                         # tunnelDisable
  | 'priority' word                                                   # tunnelPlain
  | word*                                                             # tunnelUnknown
  ;

// ---------------------------------------------------------------- around the VPN

vti
  : 'ip' 'adjust-mss' word                                            # vtiMss
  | 'disable'                                                         # vtiDisable
  | ('address' | 'description' | 'mtu' | 'ip' | 'ipv6' | 'vrf' | 'redirect' | 'mirror') word*   # vtiPlain
  | word*                                                             # vtiUnknown
  ;

route
  : 'interface' word ('distance' word)?                               # routeInterface
  | 'interface' word 'disable'                                        # routePlain
  | 'blackhole' ('distance' word)?                                    # routeBlackhole
  | word*                                                             # routePlain
  ;

nat
  : 'exclude'                                                         # natExclude
  | 'outbound-interface' 'name' word                                  # natOut
  | 'outbound-interface' word                                         # natOut
  | 'source' 'address' word                                           # natSource
  | 'destination' 'address' word                                      # natDestination
  | 'translation' 'address' word                                      # natTranslation
  | 'disable'                                                         # natDisable
  | ('description' | 'log') word*                                     # natPlain
  | word*                                                             # natNarrow
  ;

firewall
  : 'default-action' word                                             # defaultAction
  | 'rule' word rule                                                  # firewallRule
  | word*                                                             # firewallPlain
  ;

rule
  : 'action' word                                                     # ruleAction
  | 'inbound-interface' 'name' word                                   # ruleIn
  | 'outbound-interface' 'name' word                                  # ruleOut
  | 'source' 'address' word                                           # ruleSource
  | 'destination' 'address' word                                      # ruleDestination
  | 'disable'                                                         # ruleDisable
  | ('description' | 'log') word*                                     # rulePlain
  | word*                                                             # ruleNarrow
  ;

word : ~NL ;

/** A line's end, with the empty lines and comments behind it. */
NL : '\n' ([ \t]* ('#' ~[\n]*)? '\n')* ;
QUOTED : '\'' ~['\n]* '\'' ;
WORD : ~[ \t\n']+ ;
SPACE : [ \t]+ -> skip ;
OTHER : . ;
