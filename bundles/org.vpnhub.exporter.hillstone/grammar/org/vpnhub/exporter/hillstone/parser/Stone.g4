/*
 * Configurations of Hillstone firewalls (StoneOS 5.5) as far as they concern an IPsec VPN.
 *
 * Written from "StoneOS CLI User Guide", all series, 5.5: chapters Firewall (CLI, zones, interfaces,
 * address book, global network parameters, NAT), Policy, Advanced routing (virtual routers,
 * destination routes) and VPN (IPSec protocol: IKEv1 VPN, IKEv2 VPN).
 *
 * A text must begin and end with a line feed. Sections begin with NL; their commands begin with NEST,
 * or with NL when somebody pasted them without indentation, and end with "exit". Keywords know no
 * case. Names may stand in quotes. What no rule knows is `rest` within a section and skipped outside.
 */
grammar Stone;

options { caseInsensitive = true; }

configuration : ((NL | NEST) block?)* EOF ;

block
  : 'isakmp' 'proposal' name (eol proposalLine | NEST rest)*             # ikeProposal
  | 'isakmp' 'peer' name (eol peerLine | NEST rest)*                     # peer
  | 'ipsec' 'proposal' name (eol proposalLine | NEST rest)*              # ipsecProposal
  | 'tunnel' 'ipsec' name 'auto' (eol tunnelLine | NEST rest)*           # tunnel
  | 'interface' name (eol interfaceLine | NEST rest)*                    # interface
  | 'zone' name words (eol zoneLine | NEST rest)*                        # zone
  | 'address' ('id' word)? name words (eol addressLine | NEST rest)*     # address
  | ('ip' 'vrouter' name | 'nat') (eol routerLine | eol protocol | NEST 'exit' | NEST other)*    # vrouter
  | 'policy-global' (eol rule_ | eol policyLine | NEST ruleRest)*        # policy
  | rule_                                                                # looseRule
  | 'tcp-mss' scope=('all' | 'tunnel') word                              # tcpMss
  | 'exit'                                                               # end
  | 'isakmp' (~('proposal' | 'peer' | NL | NEST) words)? (NEST words)*   # unknownBlock
  | 'ipsec' 'smart-link-profile' words (NEST words)*                     # skippedBlock
  | 'ipsec' (~('proposal' | 'smart-link-profile' | NL | NEST) words)? (NEST words)*    # unknownBlock
  | foreign words (NEST words)*                                          # skippedBlock
  ;

/** Heads of what does not concern this kind of VPN. */
foreign
  : ~('isakmp' | 'ipsec' | 'tunnel' | 'interface' | 'zone' | 'address' | 'ip' | 'nat' | 'policy-global' | 'rule'
    | 'tcp-mss' | 'exit' | NL | NEST)
  | 'ip' ~('vrouter' | NL | NEST)
  | 'tunnel' ~('ipsec' | NL | NEST)
  | 'tunnel' 'ipsec' name 'manual'
  ;

// ---------------------------------------------------------------- phases 1 and 2

proposalLine : proposalKey words ;

proposalKey
  : 'authentication' | 'encryption' | 'hash' | 'prf' | 'group' | 'lifetime' | 'lifesize' | 'protocol' | 'compression'
  ;

peerLine
  : 'pre-share' secret=word                                              # key
  | 'local-id' type=word value=word?                                     # ownIdentity
  | 'peer-id' type=word value=word?                                      # peerIdentity
  | 'dpd' ('interval' interval=word ('retry' word)?)? how=('on-demand' | 'periodic')?    # dpd
  | peerKey words                                                        # peerSetting
  ;

peerKey
  : 'mode' | 'interface' | 'peer' | 'isakmp-proposal' | 'protocol-standard' | 'type' | 'connection-type'
  | 'nat-traversal' | 'accept-all-peer-id' | 'trust-domain' | 'trust-domain-enc' | 'remote-trust-domain'
  | 'generate-route' | 'description' | 'negotiate-transport-protocol' | 'ipsec-over-udp' | 'ipsec-over-tcp'
  | 'phase1-phase2-sa' | 'xauth' | 'verify-sn' | 'bind'
  ;

tunnelLine
  : 'id' 'local' from=word 'remote' to=word 'service' service=word       # pair
  | 'id' 'auto'                                                          # anyPair
  | tunnelKey words                                                      # tunnelSetting
  ;

tunnelKey
  : 'mode' | 'isakmp-peer' | 'ipsec-proposal' | 'check-id' | 'accept-all-proxy-id' | 'auto-connect' | 'df-bit'
  | 'anti-replay' | 'esn' | 'vpn-track' | 'tunnel-state-notify' | 'track-event-notify' | 'responder-set-commit'
  | 'description' | 'enable' | 'disable' | 'hardware-fast-forward' | 'fec-profile'
  ;

// ---------------------------------------------------------------- interfaces, zones, addresses

interfaceLine
  : 'tunnel' 'ipsec' word ('gw' word)?                                   # bound
  | 'tunnel' ~('ipsec' | NL | NEST) words                                # boundElsewhere
  | interfaceKey words                                                   # interfaceSetting
  ;

interfaceKey
  : 'zone' | 'ip' | 'ipv6' | 'manage' | 'aggregate' | 'redundant' | 'reverse-route' | 'description' | 'shutdown'
  | 'no' | 'duplex' | 'combo' | 'lldp' | 'dns-proxy' | 'proxy-arp' | 'monitor' | 'bandwidth' | 'arp' | 'isp'
  | 'holddown' | 'holdup' | 'backup-interface' | 'webauth' | 'dhcp-server' | 'primary'
  ;

zoneLine : zoneKey words ;

zoneKey
  : 'vrouter' | 'type' | 'description' | 'bind' | 'ad' | 'qos-profile' | 'application-identify' | 'ips' | 'av'
  | 'anti-spam' | 'ip-reputation' | 'botnet-c2-prevention'
  ;

addressLine
  : 'ip' word word?                                                      # addressNetwork
  | 'member' word                                                        # addressMember
  | 'description' words                                                  # addressRemark
  | addressOther words                                                   # addressRest
  ;

/** No networks of adjacent bits. */
addressOther : 'range' | 'host' | 'wildcard' | 'country' | 'exclude' | 'reference-zone' ;

// ---------------------------------------------------------------- routes and NAT

routerLine
  : 'ip' 'route' words                                                   # route
  | 'snatrule' 'move' what=word place                                    # translationMoved
  | 'snatrule' ('id' number=word)? place? part+                          # translation
  | ('dnatrule' | 'bnatrule') words                                      # plain
  ;

place : 'top' | 'bottom' | 'before' word | 'after' word ;

part
  : 'from' addressed                                                     # from
  | 'to' addressed                                                       # to
  | 'from-zone' word                                                     # fromZone
  | 'to-zone' word                                                       # toZone
  | 'ingress-interface' word                                             # ingress
  | 'service' word                                                       # service
  | 'eif' word                                                           # egress
  | 'evr' word                                                           # egressRouter
  | 'no-trans'                                                           # untranslated
  | 'trans-to' addressed                                                 # translated
  | 'mode' word ('sticky' | 'round-robin')?                              # remark
  | ('group' | 'track' | 'description' | 'schedule') word                # remark
  | ('log' | 'record-toa')                                               # remark
  | 'disable'                                                            # off
  | 'enable'                                                             # remark
  ;

addressed : kind=('ip' | 'address-book' | 'addressbook')? word ;

/** A routing protocol; it has an "exit" of its own. */
protocol : 'router' words (NEST inner)* ;
inner : ~('exit' | 'snatrule' | 'dnatrule' | 'bnatrule' | NL | NEST) words ;

// ---------------------------------------------------------------- the policy

policyLine
  : 'move' what=reference place_                                         # ruleMoved
  | ('default-action' | 'log' | 'session-rematch' | 'hit-info-ha-sync' | 'match-after-dnat' | 'no') words    # policyPlain
  ;

rule_ : 'rule' ('id' id=word)? ('name' named=word)? ('config-mode' 'create')? place_? (eol ruleLine | NEST ruleRest)* (eol 'exit')? ;

place_ : 'top' | 'bottom' | 'before' reference | 'after' reference ;
reference : 'name' word | word ;

ruleLine
  : 'src-zone' word                                                      # ruleFromZone
  | 'dst-zone' word                                                      # ruleToZone
  | 'src-ip' word word?                                                  # ruleFromNetwork
  | 'dst-ip' word word?                                                  # ruleToNetwork
  | 'src-addr' word                                                      # ruleFromAddress
  | 'dst-addr' word                                                      # ruleToAddress
  | 'service' word                                                       # ruleService
  | 'action' words                                                       # ruleAction
  | 'name' word                                                          # ruleName
  | 'disable'                                                            # ruleOff
  | ruleNarrow words                                                     # ruleNarrowed
  | rulePlain words                                                      # rulePlainLine
  ;

/** What makes a rule say less than its networks do. */
ruleNarrow
  : 'src-host' | 'dst-host' | 'src-range' | 'dst-range' | 'application' | 'user' | 'user-group' | 'role' | 'schedule'
  | 'service-rule' | 'domain' | 'domain-book' | 'vlan-id' | 'src-device-group' | 'dst-device-group' | 'endpoint-tag'
  | 'start-time' | 'expire-time'
  ;

rulePlain
  : 'description' | 'log' | 'enable' | 'av' | 'ips' | 'url' | 'behavior' | 'contentfilter' | 'mail' | 'im' | 'webpost'
  | 'policy-qos-tag' | 'tag' | 'tcp-syn-check' | 'send-deny-packet' | 'hardware-fast-forward' | 'mirror' | 'sandbox'
  | 'botnet-c2-prevention' | 'traffic-statistic' | 'no'
  ;

// ---------------------------------------------------------------- words

eol : NL | NEST ;
name : word ;
words : word* ;
word : ~(NL | NEST) ;
/** A line of a section that no rule knows. */
rest : words ;
other : (~('exit' | 'router' | 'snatrule' | 'dnatrule' | 'bnatrule' | NL | NEST) words)? ;
ruleRest : (~('exit' | 'rule' | 'move' | NL | NEST) words)? ;

/** A line end, with the empty lines and the comments behind it. */
NL : LINES ;
/** The same, when the next line is indented. */
NEST : LINES BLANK+ ;
QUOTED : '"' ~["\n]* '"' ;
WORD : ~[ \t\f\n]+ ;
SPACE : BLANK+ -> skip ;

fragment LINES : '\n' (BLANK* ('!' ~[\n]*)? '\n')* ;
fragment BLANK : [ \t\f] ;
