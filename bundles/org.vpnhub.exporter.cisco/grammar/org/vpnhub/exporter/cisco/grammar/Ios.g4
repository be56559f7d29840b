/*
 * Running configurations of Cisco IOS and IOS-XE, as far as they concern an IPsec VPN.
 *
 * Written from the manuals: "Cisco IOS Security Command Reference" (Commands A to C, D to L, M to R,
 * S to Z), "Cisco IOS IP Addressing Services Command Reference" (ip nat), "Cisco IOS IP Routing:
 * Protocol-Independent Command Reference" (ip route, route-map), "Cisco IOS Interface and Hardware
 * Component Command Reference" (tunnel), and "Security for VPNs with IPsec Configuration Guide, Cisco
 * IOS XE" (multi-SA virtual tunnel interfaces).
 *
 * A text must begin and end with a line feed. Commands begin with NL, their sub-commands with NEST,
 * or with NL when somebody pasted them without indentation. Every line fits some rule: what no other
 * rule knows is `unknown` within a section and `skipped` outside.
 */
grammar Ios;

options { caseInsensitive = true; }

configuration : (NEST section)? (NL section)* NL? EOF ;

section
  : 'crypto' crypto                                               # cryptoCommand
  | 'interface' name (eol interfaceLine | NEST interfacePlain | NEST unknown)*   # interfaceSection
  | 'ip' ip                                                       # ipCommand
  | 'access-list' (word numberedEntry)? stray                     # numberedList
  | 'route-map' words (eol routeMapLine | NEST unknown)*          # routeMap
  | 'hostname' words stray                                        # hostname
  | ('end' | 'exit') words stray                                  # nothing
  | skippedFirst words (NEST words)*                              # skipped
  ;

skippedFirst
  : ~('crypto' | 'interface' | 'ip' | 'access-list' | 'route-map' | 'hostname' | 'end' | 'exit' | NL | NEST)
  ;

crypto
  : 'isakmp' isakmp                                               # ikev1Command
  | 'ikev2' ikev2                                                 # ikev2Command
  | 'ipsec' ipsec                                                 # ipsecCommand
  | 'map' cryptoMap                                               # mapCommand
  | 'dynamic-map' words (eol mapLine | NEST unknown)*             # dynamicMap
  | 'keyring' name (eol keyringLine | NEST unknown)*              # keyring
  | (~('isakmp' | 'ikev2' | 'ipsec' | 'map' | 'dynamic-map' | 'keyring' | NL | NEST) words)?
    (NEST words)*                                                 # otherCrypto
  ;

// ---------------------------------------------------------------- IKEv1

isakmp
  : 'policy' name (eol policyLine | NEST unknown)*                # isakmpPolicy
  | 'key' isakmpKey stray                                         # globalKey
  | 'profile' name (eol isakmpProfileLine | NEST unknown)*        # isakmpProfile
  | 'peer' isakmpPeer (eol isakmpPeerLine | NEST unknown)*        # aggressivePeer
  | 'keepalive' words stray                                       # isakmpKeepalive
  | 'identity' words stray                                        # isakmpIdentity
  | ('enable' | 'nat' | 'invalid-spi-recovery' | 'fragmentation' | 'diagnose') words stray   # plainIsakmp
  | 'aggressive-mode' 'disable' stray                             # plainIsakmp
  | 'client' words (NEST words)*                                  # remoteAccess
  | (~('policy' | 'profile' | 'peer' | 'client' | NL | NEST) words)? (NEST unknown)*   # unknownIsakmp
  ;

policyLine
  : ('encryption' | 'encr') cipher            # policyCipher
  | 'hash' word                               # policyHash
  | 'authentication' word                     # policyAuthentication
  | 'group' word                              # policyGroup
  | 'lifetime' word                           # policyLifetime
  ;

cipher : word word? ;

isakmpKey
  : secret 'address' word 'no-xauth'?           # keyOfAddress
  | secret 'address' word word 'no-xauth'?      # keyOfAddress
  | secret 'hostname' word 'no-xauth'?          # keyOfHost
  | unknown                                     # unknownKey
  ;

secret : ('0' | '6' | '7')? word ;

keyringLine
  : 'pre-shared-key' 'address' word word? 'key' secret    # keyringAddress
  | 'pre-shared-key' 'hostname' word 'key' secret         # keyringHost
  | 'local-address' words                                 # keyringLocal
  | 'description' words                                   # keyringDescription
  ;

isakmpProfileLine
  : 'keyring' word                                        # profileKeyring
  | 'self-identity' ('address' | 'fqdn' | 'user-fqdn') word?   # profileSelf
  | 'match' 'identity' ('address' | 'host' | 'user') 'domain'? word word? word?       # profileMatch
  | 'keepalive' word ('retry' word)?                      # profileKeepalive
  | 'initiate' 'mode' 'aggressive'                        # profileAggressive
  | ('description' | 'local-address' | 'vrf') words       # profilePlain
  ;

isakmpPeer : 'address' word words | unknown ;

isakmpPeerLine
  : 'set' 'aggressive-mode' 'password' secret             # peerPassword
  | 'set' 'aggressive-mode' 'client-endpoint' word word   # peerIdentity
  | 'description' words                                   # peerPlain
  ;

// ---------------------------------------------------------------- IKEv2

ikev2
  : 'proposal' name (eol proposalLine | NEST unknown)*        # ikev2Proposal
  | 'policy' name (eol ikev2PolicyLine | NEST unknown)*       # ikev2Policy
  | 'keyring' name (eol ikev2KeyringLine | NEST unknown)*     # ikev2Keyring
  | 'profile' name (eol ikev2ProfileLine | NEST unknown)*     # ikev2Profile
  | 'dpd' words stray                                         # ikev2Dpd
  | 'authorization' words (NEST words)*                       # plainIkev2
  | ('certificate-cache' | 'cookie-challenge' | 'diagnose' | 'fragmentation' | 'limit' | 'nat' | 'window'
    | 'http-url' | 'redirect' | 'reconnect' | 'cluster' | 'name-mangler') words (NEST words)*   # plainIkev2
  | (~('proposal' | 'policy' | 'keyring' | 'profile' | 'authorization' | NL | NEST) words)?
    (NEST unknown)*                                           # unknownIkev2
  ;

proposalLine
  : 'encryption' word+                        # proposalCipher
  | 'integrity' word+                         # proposalIntegrity
  | 'prf' word+                               # proposalPrf
  | 'group' word+                             # proposalGroup
  ;

ikev2PolicyLine
  : 'proposal' word                           # policyProposal
  | 'match' 'address' 'local' word            # policyLocal
  | 'match' 'fvrf' word                       # policyVrf
  ;

ikev2KeyringLine
  : 'peer' word                                               # peer
  | 'address' word word?                                      # peerAddress
  | 'identity' word words                                     # peerName
  | 'hostname' word                                           # peerName
  | 'description' words                                       # peerName
  | 'pre-shared-key' ('local' | 'remote')? secret             # peerKey
  | 'pre-shared-key' ('local' | 'remote')? 'hex' word         # peerHexKey
  ;

ikev2ProfileLine
  : 'match' 'identity' 'remote' ('address' | 'fqdn' | 'email' | 'any') 'domain'? word? word?   # ikev2Match
  | 'match' ('address' 'local' | 'fvrf') words                                       # ikev2Plain
  | 'identity' 'local' ('address' | 'fqdn' | 'email') word?                          # ikev2Self
  | 'authentication' 'remote' 'pre-share' ('key' secret)?                            # ikev2Remote
  | 'authentication' 'local' 'pre-share' ('key' secret)?                             # ikev2Local
  | 'keyring' 'local' word                                                           # ikev2ProfileKeyring
  | 'lifetime' word                                                                  # ikev2Lifetime
  | 'dpd' word word ('periodic' | 'on-demand')                                       # ikev2ProfileDpd
  | ('description' | 'ivrf' | 'nat' | 'reconnect' | 'config-exchange' | 'shutdown') words       # ikev2Plain
  | 'no' 'config-exchange' words                                                     # ikev2Plain
  | 'initial-contact' words                                                          # ikev2Plain
  ;

// ---------------------------------------------------------------- IPsec

ipsec
  : 'transform-set' words (eol transformLine | NEST unknown)*    # transformSet
  | 'profile' name (eol ipsecProfileLine | NEST unknown)*             # ipsecProfile
  | 'security-association' 'lifetime' volumeOrTime stray              # ipsecLifetime
  | 'security-association' ('idle-time' | 'replay' | 'ecn' | 'dummy' | 'multi-sn') words stray   # plainIpsec
  | ('df-bit' | 'fragmentation' | 'nat-transparency' | 'optional' | 'server' | 'default') words stray   # plainIpsec
  | (~('transform-set' | 'profile' | NL | NEST) words)? (NEST unknown)*   # unknownIpsec
  ;

transformLine : 'mode' 'tunnel' ;

volumeOrTime : ('seconds' | 'kilobytes') word ;

ipsecProfileLine
  : protection                                                # profileProtection
  | 'description' words                                       # profileDescription
  | 'responder-only'                                          # profileResponder
  ;

protection
  : 'set' 'transform-set' word+                               # setTransforms
  | 'set' 'pfs' word?                                         # setPfs
  | 'set' 'security-association' 'lifetime' volumeOrTime      # setLifetime
  | 'set' ('isakmp-profile' | 'ikev2-profile') word           # setProfile
  | 'set' 'security-association' ('idle-time' | 'replay' | 'ecn' | 'dummy') words   # setPlain
  ;

cryptoMap
  : word 'local-address' word stray                                       # mapLocal
  | word word 'ipsec-isakmp' words (eol mapLine | NEST unknown)*          # mapEntry
  | word ('client' | 'isakmp' | 'redundancy' | 'gdoi' | 'isakmp-profile') words stray   # mapPlain
  | (word (word (~('ipsec-isakmp' | NL | NEST) words)?)?)? (NEST unknown)*   # unknownMap
  ;

mapLine
  : protection                                        # mapProtection
  | 'set' 'peer' word 'dynamic'? 'default'?           # mapPeer
  | 'match' 'address' word                            # mapList
  | 'description' words                               # mapDescription
  | 'reverse-route' words                             # mapRoute
  | 'set' 'reverse-route' words                       # mapRoute
  | 'set' ('df-bit' | 'nat' | 'identity' | 'ip') words   # mapOther
  | 'qos' 'pre-classify'                              # mapOther
  ;

// ---------------------------------------------------------------- interfaces

interfaceLine
  : 'tunnel' 'source' word                                        # tunnelSource
  | 'tunnel' 'destination' word                                   # tunnelDestination
  | 'tunnel' 'mode' 'ipsec' 'ipv4'                                # tunnelMode
  | 'tunnel' 'protection' 'ipsec' 'profile' word 'shared'?        # tunnelProfile
  | 'tunnel' 'protection' 'ipsec' 'policy' 'ipv4' word            # tunnelPolicy
  | 'ip' 'address' word word 'secondary'?                         # interfaceAddress
  | 'ip' 'tcp' 'adjust-mss' word                                  # interfaceMss
  | 'ip' 'nat' ('inside' | 'outside')                             # interfaceNat
  | 'crypto' 'map' word ('redundancy' words)?                     # interfaceMap
  | ('description' | 'bandwidth' | 'mtu' | 'duplex' | 'speed' | 'negotiation' | 'media-type' | 'delay'
    | 'load-interval' | 'zone-member' | 'service-policy') words   # interfaceNote
  | 'ip' ('access-group' | 'virtual-reassembly' | 'redirects' | 'unreachables' | 'proxy-arp' | 'verify')
    words                                                         # interfaceNote
  | 'no'? 'shutdown'                                              # interfaceNote
  | 'ip' 'mtu' word                                               # interfaceNote
  | 'ip' 'unnumbered' word                                        # interfaceUnnumbered
  ;

/** What says nothing about a VPN. Only indented: some of these words begin commands of their own. */
interfacePlain
  : ( 'keepalive' | 'cdp' | 'lldp' | 'encapsulation' | 'standby' | 'vrf' | 'arp'
    | 'hold-queue' | 'channel-group' | 'carrier-delay' | 'ntp' | 'logging' | 'snmp' | 'dialer' | 'ppp'
    | 'pppoe' | 'ipv6' | 'no' ) words
  | 'ip' 'address' words
  | 'ip' ( 'inspect' | 'flow' | 'nbar' | 'ospf' | 'route-cache' | 'policy' | 'vrf'
    | 'helper-address' | 'nhrp' | 'pim' | 'igmp' ) words
  | 'tunnel' ('path-mtu-discovery' | 'vrf' | 'ttl' | 'tos' | 'key' | 'bandwidth') words
  ;

// ---------------------------------------------------------------- lists, routes, NAT

ip
  : 'access-list' words (eol listLine | NEST unknown)*                            # namedList
  | 'route' word word word words stray                                            # route
  | 'nat' 'inside' 'source' ('list' | 'route-map') word words stray               # natSource
  | 'domain' 'name' word stray                                                    # domain
  | 'domain-name' word stray                                                      # domain
  | (~('access-list' | NL | NEST) words)? (NEST words)*                           # otherIp
  ;

numberedEntry : entry | remark | unknown ;

listLine : word? entry | word? remark ;

remark : 'remark' words ;

entry
  : action 'ip' network network 'log'?        # extendedEntry
  | action standard 'log'?                    # standardEntry
  ;

action : 'permit' | 'deny' ;

network
  : 'any'
  | 'host' address
  | address address
  ;

standard : network | address ;

address : ~('any' | 'host' | NL | NEST) ;

routeMapLine
  : 'match' 'ip' 'address' word+              # routeMapMatch
  | 'match' 'interface' word+                 # routeMapInterface
  | 'description' words                       # routeMapPlain
  ;

// ---------------------------------------------------------------- words

eol : NL | NEST ;
name : words ;
words : word* ;
unknown : word* ;
/** Indented lines where there is nothing that they could belong to. */
stray : (NEST unknown)* ;
word : ~(NL | NEST) ;

/** The text between the delimiters; what it looks like does not matter. */
BANNER : 'banner' [ \t]+ [a-z-]+ [ \t]+ ('^C' .*? '^C' | '\u0003' .*? '\u0003') ;
/** A line end, with the empty lines and comments behind it. */
NL : LINES ;
/** The same, when the next line is indented. */
NEST : LINES BLANK+ ;
WORD : ~[ \t\f\n]+ ;
SPACE : BLANK+ -> skip ;

fragment LINES : '\n' (BLANK* ('!' ~[\n]*)? '\n')* ;
fragment BLANK : [ \t\f] ;
