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
  : 'proposal' word ('encryption' | 'hash' | 'dh-group' | 'prf') word   # ikeProposal
  | 'proposal' word                                                   # ikePlain
  | ikeKey word                                                       # ikeSetting
  | 'dead-peer-detection' ('action' | 'timeout') word                 # ikePlain
  | ('close-action' | 'ikev2-reauth' | 'disable-mobike') word*        # ikePlain
  | unknown                                                           # ikeOther
  ;

ikeKey : 'lifetime' | 'key-exchange' | 'mode' | 'dead-peer-detection' 'interval' ;

esp
  : 'proposal' word ('encryption' | 'hash') word                      # espProposal
  | 'proposal' word                                                   # espPlain
  | espKey word                                                       # espSetting
  | ('compression' | 'life-packets' | 'disable-rekey') word*          # espPlain
  | unknown                                                           # espOther
  ;

espKey : 'lifetime' | 'life-bytes' | 'pfs' | 'mode' ;

psk
  : 'id' word                                                         # pskId
  | 'secret' word                                                     # pskSecret
  | 'dhcp-interface' word                                             # pskPlain
  | unknown                                                           # pskOther
  ;

peer
  : peerKey word                                                      # peerSetting
  | 'tunnel' word tunnel                                              # peerTunnel
  | disable                                                           # peerOff
  | ('connection-type' | 'description' | 'force-udp-encapsulation' | 'replay-window')
    word*                                                             # peerPlain
  | unknown                                                           # peerOther
  ;

peerKey
  : 'authentication' ('mode' | 'local-id' | 'remote-id') | 'ike-group' | 'default-esp-group' | 'local-address'
  | 'remote-address' | 'dhcp-interface' | 'vti' ('bind' | 'esp-group')
  ;

tunnel
  : ('local' | 'remote') 'prefix' word                                # tunnelPrefix
  | 'esp-group' word                                                  # tunnelEsp
  | disable                                                           # tunnelOff
  | 'priority' word                                                   # tunnelPlain
  | unknown                                                           # tunnelOther
  ;

// ---------------------------------------------------------------- around the VPN

vti
  : 'ip' 'adjust-mss' word                                            # vtiMss
  | disable                                                           # vtiOff
  | ('address' | 'description' | 'mtu' | 'ip' | 'ipv6' | 'vrf' | 'redirect' | 'mirror') word*   # vtiPlain
  | unknown                                                           # vtiOther
  ;

route
  : 'interface' word ('distance' word)?                               # routeInterface
  | 'interface' word 'disable'                                        # routePlain
  | 'blackhole' ('distance' word)?                                    # routeBlackhole
  | word*                                                             # routePlain
  ;

nat
  : 'exclude'                                                         # natExclude
  | 'outbound-interface' 'name'? word                                 # natOut
  | natKey word                                                       # natSetting
  | disable                                                           # natOff
  | ('description' | 'log') word*                                     # natPlain
  | narrow                                                            # natOther
  ;

natKey : ('source' | 'destination' | 'translation') 'address' ;

firewall
  : 'default-action' word                                             # defaultAction
  | 'rule' word rule                                                  # firewallRule
  | word*                                                             # firewallPlain
  ;

rule
  : ruleKey word                                                      # ruleSetting
  | disable                                                           # ruleOff
  | ('description' | 'log') word*                                     # rulePlain
  | narrow                                                            # ruleOther
  ;

ruleKey : 'action' | ('inbound-interface' | 'outbound-interface') 'name' | ('source' | 'destination') 'address' ;

disable : 'disable' ;
/** What no rule of the node knows. */
unknown : word* ;
/** The same in a rule that lets packets through: it is for some of them alone. */
narrow : word* ;

word : ~NL ;

/** A line's end, with the empty lines and comments behind it. */
NL : '\n' ([ \t]* ('#' ~[\n]*)? '\n')* ;
QUOTED : '\'' ~['\n]* '\'' ;
WORD : ~[ \t\n']+ ;
SPACE : [ \t]+ -> skip ;
OTHER : . ;
