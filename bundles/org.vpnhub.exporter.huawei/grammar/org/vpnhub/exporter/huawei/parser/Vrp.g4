/*
 * Configurations of Huawei firewalls (VRP on USG6000) and routers (VRP on AR) as far as they concern an
 * IPsec VPN.
 *
 * Written from the manuals: "HUAWEI USG6000, USG9500 Product Documentation", Command Reference: IKE and
 * IPSec, ACL, Security Policy, NAT Policy, Security Zone, Static Route; "Huawei AR Series Enterprise
 * Routers Product Documentation", CLI-based Configuration Guide - VPN: IPSec Configuration, with its
 * configuration files.
 *
 * A text must begin and end with a line feed. Sections begin with NL, or with SEP, which is a line of
 * "#"; commands without a view of their own are indented behind such a line. Their sub-commands begin with
 * NEST, or with NL when somebody pasted them without indentation. What no rule knows is `rest` within
 * a section and `skipped` outside.
 */
grammar Vrp;

options { caseInsensitive = true; }

configuration : ((NL | NEST | SEP) block? | INDENTED command (NEST command)*)* EOF ;

block
  : 'acl' words (eol aclLine | NEST rest)*                          # acl
  | 'ike' 'proposal' words (eol ikeProposalLine | NEST rest)*       # ikeProposal
  | 'ike' 'peer' words (eol ikePeerLine | NEST rest)*               # ikePeer
  | 'ipsec' 'proposal' words (eol ipsecProposalLine | NEST rest)*   # ipsecProposal
  | 'ipsec' 'policy' words (eol policyLine | NEST rest)*            # ipsecPolicy
  | 'ipsec' 'profile' words (eol policyLine | NEST rest)*           # ipsecProfile
  | 'interface' words (eol interfaceLine | NEST rest)*              # interface
  | 'firewall' 'zone' words (eol zoneLine | NEST rest)*             # zone
  | 'security-policy' (eol securityRule | NEST other)*              # securityPolicy
  | 'nat-policy' (eol natRule | NEST other)*                        # natPolicy
  | 'ip' 'address-set' words (eol addressSetLine | NEST rest)*      # addressSet
  | 'quit'                                                          # quit
  | known (NEST rest)*                                              # single
  | foreign words (NEST words)*                                       # skippedBlock
  ;

/** What needs no view of its own; indented behind "#" there are several. */
command : known | foreign words ;

known
  : 'ike' 'local-name' word                                         # localName
  | 'ike' ('dpd' | 'nat-keepalive-timer' | 'heartbeat-timer' | 'user-table') words   # plain
  | 'ike' (~('proposal' | 'peer' | 'dpd' | 'local-name' | NL | NEST | SEP | INDENTED) words)?   # unknownCommand
  | 'ipsec' 'sa' 'global-duration' ('time-based' | 'traffic-based') word                  # globalDuration
  | 'ipsec' ('sha2' | 'authentication' | 'df-bit' | 'fragmentation' | 'anti-replay' | 'invalid-spi-recovery' | 'decrypt') words   # plain
  | 'ipsec' (~('proposal' | 'policy' | 'profile' | 'sha2' | NL | NEST | SEP | INDENTED) words)?         # unknownCommand
  | 'firewall' 'tcp-mss' word                                       # tcpMss
  | 'ip' 'route-static' words                                       # route
  ;

/** Heads of what does not concern a VPN. */
foreign
  : ~('acl' | 'ike' | 'ipsec' | 'interface' | 'firewall' | 'security-policy' | 'nat-policy' | 'ip' | 'quit'
    | NL | NEST | SEP | INDENTED)
  | 'firewall' ~('zone' | 'tcp-mss' | NL | NEST | SEP | INDENTED)
  | 'ip' ~('route-static' | 'address-set' | NL | NEST | SEP | INDENTED)
  ;

aclLine
  : 'rule' number? action 'ip' ('source' from=network)? ('destination' to=network)? 'logging'?   # aclRule
  | 'description' words                                             # aclPlain
  | 'step' word                                                     # aclPlain
  ;

number : word ;
action : 'permit' | 'deny' ;
network : 'any' | word word ;

// ---------------------------------------------------------------- IKE and IPsec

ikeProposalLine : ikeProposalKey words ;

ikeProposalKey
  : 'encryption-algorithm' | 'dh' | 'authentication-algorithm' | 'authentication-method'
  | 'integrity-algorithm' | 'prf' | 'sa' 'duration'
  ;

ikePeerLine
  : 'pre-shared-key' ('simple' | 'cipher')? word                    # peerKey
  | 'undo' 'version' word                                           # peerWithout
  | ikePeerKey words                                                # peerSetting
  ;

ikePeerKey
  : 'exchange-mode' | 'ike-proposal' | 'remote-address' | 'local-id-type' | 'local-id'
  | 'remote-id-type' | 'remote-id' | 'dpd' 'type' | 'dpd' 'idle-time' | 'dpd' 'retransmit-interval'
  | 'dpd' 'retry-limit' | 'dpd' 'msg' | 'nat' 'traversal' | 'undo' 'nat' 'traversal' | 'version'
  | 'rsa' 'encryption-padding' | 'rsa' 'signature-padding' | 'description' | 'local-address'
  | 'dpd' 'packet' | 'ikev2' 'authentication' | 'undo'? 'local-id-preference' | 'lifetime-notification-message'
  ;

ipsecProposalLine : ipsecProposalKey words ;

ipsecProposalKey
  : 'transform' | 'encapsulation-mode' | 'esp' 'authentication-algorithm' | 'esp' 'encryption-algorithm'
  | 'undo' 'esp' 'authentication-algorithm'
  ;

policyLine : policyKey words ;

policyKey
  : 'security' 'acl' | 'ike-peer' | 'proposal' | 'pfs' | 'alias' | 'tunnel' 'local' | 'local-address'
  | 'sa' 'trigger-mode' | 'sa' 'duration' 'time-based' | 'sa' 'duration' 'traffic-based' | 'policy' 'enable'
  | 'undo' 'policy' 'enable' | 'route' 'inject' | 'speed-limit' | 'respond-only' | 'anti-replay'
  ;

// ---------------------------------------------------------------- what is around them

interfaceLine : interfaceKey words ;

interfaceKey
  : 'ip' 'address' | 'ipsec' 'policy' | 'ipsec' 'profile' | 'nat' 'outbound' | 'tcp' 'adjust-mss' | 'description' | 'alias' | 'undo' 'shutdown' | 'shutdown' | 'gateway'
  | 'service-manage' | 'undo' 'service-manage' | 'mtu' | 'dhcp' | 'portswitch' | 'port' | 'bandwidth'
  | 'redirect-reverse' | 'anti-ddos' | 'vrrp' | 'nat' 'enable' | 'undo' 'nat' 'enable' | 'healthcheck'
  | 'reverse-route' | 'pppoe-client' | 'ppp' | 'dialer' | 'dialer-group' | 'link-protocol' | 'tunnel-protocol'
  | 'source' | 'destination' | 'detect-mode' | 'speed' | 'duplex' | 'eth-trunk' | 'vlan-type' | 'ip' 'binding'
  | 'undo' 'portswitch' | 'combo-port' | 'dot1q' | 'nat' 'server' | 'nat' 'static' | 'traffic-filter'
  | 'traffic-policy' | 'zone' | 'standby'
  ;

zoneLine : zoneKey words ;

zoneKey : 'add' 'interface' | 'set' 'priority' | 'description' ;

securityRule
  : 'rule' 'name' word (eol ruleLine | NEST ruleRest)* (eol 'quit')?    # permission
  | 'rule' 'move' words                                             # permissionMoved
  | 'default' words                                                 # byDefault
  ;

natRule
  : 'rule' 'name' word (eol ruleLine | NEST ruleRest)* (eol 'quit')?    # translation
  | 'rule' 'move' words                                             # translationMoved
  ;

ruleLine : ruleKey words ;

ruleKey
  : 'source-zone' | 'destination-zone' | 'egress-interface' | 'source-address' | 'destination-address'
  | 'service' | 'action' | 'description' | 'disable' | 'application' | 'user' | 'time-range' | 'profile'
  | 'policy' | 'session' | 'parent-group' | 'undo'
  ;

addressSetLine : 'address' words | 'description' words ;

// ---------------------------------------------------------------- words

eol : NL | NEST ;
words : word* ;
word : ~(NL | NEST | SEP | INDENTED) ;
/** A line of a section that no rule knows. */
rest : words ;
other : (~('quit' | 'rule' | 'default' | NL | NEST | SEP | INDENTED) words)? ;
ruleRest : other ;

/** Line ends with lines of "#" or comments. */
SEP : REMARKS ;
/** The same, when the next line is indented. */
INDENTED : REMARKS BLANK+ ;
/** A line end, with the empty lines behind it. */
NL : LINES ;
/** The same, when the next line is indented. */
NEST : LINES BLANK+ ;
WORD : ~[ \t\f\n]+ ;
SPACE : BLANK+ -> skip ;

fragment REMARKS : LINES BLANK* '#' ~[\n]* '\n' (BLANK* ('#' ~[\n]*)? '\n')* ;
fragment LINES : '\n' (BLANK* '\n')* ;
fragment BLANK : [ \t\f] ;
