/*
 * Configurations of H3C firewalls (SecPath) and routers (MSR) with Comware 7 as far as they concern an
 * IPsec VPN.
 *
 * Written from the manuals: "H3C SecPath Firewall Series Command References (Comware V7)": VPN
 * (IPsec, IKE, IKEv2), Security (Security policy, Security zone), ACL, NAT, Static routing; "H3C MSR
 * Router Series Comware 7 Command References": Security.
 *
 * A text must begin and end with a line feed. Sections begin with NL, or with SEP, which is a line of
 * "#"; commands without a view of their own are indented behind such a line. Sub-commands begin with
 * NEST, or with NL when somebody pasted them without indentation. What no rule knows is `rest` within
 * a section and skipped outside. Peers of a keychain have a line of "#" between them.
 */
grammar Comware;

options { caseInsensitive = true; }

configuration : ((NL | NEST | SEP) block? | INDENTED command (NEST command)*)* EOF ;

block
  : 'acl' words (eol aclLine | NEST rest)*                          # acl
  | 'ike' 'proposal' words (eol ikeProposalLine | NEST rest)*       # ikeProposal
  | 'ike' 'keychain' words (eol keychainLine | NEST rest)*          # keychain
  | 'ike' 'profile' words (eol profileLine | NEST rest)*            # profile
  | 'ikev2' 'proposal' words (eol ikev2ProposalLine | NEST rest)*   # ikev2Proposal
  | 'ikev2' 'policy' words (eol ikev2PolicyLine | NEST rest)*       # ikev2Policy
  | 'ikev2' 'keychain' words ((eol | INDENTED) ikev2KeychainLine | NEST rest)*   # ikev2Keychain
  | 'ikev2' 'profile' words (eol ikev2ProfileLine | NEST rest)*     # ikev2Profile
  | 'ipsec' 'transform-set' words (eol transformLine | NEST rest)*  # transformSet
  | 'ipsec' 'policy' words (eol policyLine | NEST rest)*            # ipsecPolicy
  | 'interface' words (eol interfaceLine | NEST rest)*              # interface
  | 'security-zone' words (eol zoneLine | NEST rest)*               # zone
  | 'security-policy' words (eol securityRule | NEST other)*        # securityPolicy
  | 'quit'                                                          # quit
  | known (NEST rest)*                                              # single
  | foreign words (NEST words)*                                     # skippedBlock
  ;

/** What needs no view of its own; indented behind "#" there are several. */
command : known | foreign words ;

known
  : 'ike' 'dpd' words                                               # ikeDpd
  | 'ike' 'identity' words                                          # ikeIdentity
  | 'ike' ('keepalive' | 'nat-keepalive' | 'invalid-spi-recovery' | 'limit' | 'logging') words    # plain
  | 'ike' (~('proposal' | 'keychain' | 'profile' | 'dpd' | NL | NEST | SEP | INDENTED) words)?    # unknownCommand
  | 'ikev2' 'dpd' words                                             # ikev2Dpd
  | 'ikev2' ('nat-keepalive' | 'cookie-challenge' | 'address-group') words    # plain
  | 'ikev2' (~('proposal' | 'policy' | 'keychain' | 'profile' | 'dpd' | NL | NEST | SEP | INDENTED) words)?   # unknownCommand
  | 'ipsec' 'sa' 'global-duration' ('time-based' | 'traffic-based') word      # globalDuration
  | 'ipsec' ('anti-replay' | 'decrypt-check' | 'df-bit' | 'global-df-bit' | 'fragmentation' | 'limit' | 'logging')
    words                                                           # plain
  | 'ipsec' (~('transform-set' | 'policy' | 'sa' | NL | NEST | SEP | INDENTED) words)?   # unknownCommand
  | 'ip' 'route-static' words                                       # route
  ;

/** Heads of what does not concern a VPN. */
foreign
  : ~('acl' | 'ike' | 'ikev2' | 'ipsec' | 'interface' | 'security-zone' | 'security-policy' | 'ip' | 'quit'
    | NL | NEST | SEP | INDENTED)
  | 'ip' ~('route-static' | NL | NEST | SEP | INDENTED)
  ;

aclLine
  : 'rule' number? action 'ip' ('source' from=network)? ('destination' to=network)? ('logging' | 'counting')*   # aclRule
  | 'rule' number 'comment' words                                   # aclPlain
  | ('description' | 'step') words                                  # aclPlain
  ;

number : word ;
action : 'permit' | 'deny' ;
network : 'any' | word word ;

// ---------------------------------------------------------------- IKEv1

ikeProposalLine : ikeProposalKey words ;

ikeProposalKey
  : 'encryption-algorithm' | 'dh' | 'authentication-algorithm' | 'authentication-method' | 'sa' 'duration'
  | 'description'
  ;

keychainLine
  : 'pre-shared-key' 'address' word word? 'key' ('simple' | 'cipher') secret=word   # keychainKey
  | ('description' | 'match' | 'priority') words                    # keychainPlain
  ;

profileLine
  : 'local-identity' ('address' | 'fqdn' | 'user-fqdn') word        # profileSelf
  | 'match' 'remote' 'identity' ('address' | 'fqdn' | 'user-fqdn') word word?    # profileMatch
  | 'dpd' 'interval' word ('retry' word)? ('periodic' | 'on-demand')   # profileDpd
  | profileKey words                                                # profileSetting
  ;

profileKey
  : 'keychain' | 'proposal' | 'exchange-mode' | 'description' | 'priority' | 'match' 'local' 'address'
  | 'sa' 'soft-duration' 'buffer'
  ;

// ---------------------------------------------------------------- IKEv2

ikev2ProposalLine : ikev2ProposalKey words ;
ikev2ProposalKey : 'encryption' | 'integrity' | 'dh' | 'prf' ;

ikev2PolicyLine : ikev2PolicyKey words ;
ikev2PolicyKey : 'proposal' | 'priority' | 'match' 'local' 'address' | 'match' 'vrf' ;

ikev2KeychainLine
  : 'peer' word                                                     # peer
  | 'address' word word?                                            # peerAddress
  | 'pre-shared-key' ('local' | 'remote')? ('plaintext' | 'ciphertext') secret=word   # peerKey
  | 'identity' words                                                # peerPlain
  | 'hostname' words                                                # peerPlain
  ;

ikev2ProfileLine
  : 'identity' 'local' ('address' | 'fqdn' | 'email') word          # ikev2Self
  | 'match' 'remote' 'identity' ('address' | 'fqdn' | 'email') word word?    # ikev2Match
  | 'dpd' 'interval' word ('retry' word)? ('periodic' | 'on-demand')   # ikev2ProfileDpd
  | ikev2ProfileKey words                                           # ikev2Setting
  ;

ikev2ProfileKey
  : 'keychain' | 'sa' 'duration' | 'authentication-method' 'local' | 'authentication-method' 'remote'
  | 'match' 'local' 'address' | 'match' 'vrf' | 'priority' | 'nat-keepalive' | 'config-exchange'
  ;

// ---------------------------------------------------------------- IPsec

transformLine : transformKey words ;

transformKey
  : 'protocol' | 'encapsulation-mode' | 'esp' 'encryption-algorithm' | 'esp' 'authentication-algorithm' | 'pfs'
  | 'description' | 'esn'
  ;

policyLine : policyKey words ;

policyKey
  : 'transform-set' | 'security' 'acl' | 'local-address' | 'remote-address' | 'ike-profile' | 'ikev2-profile'
  | 'sa' 'duration' 'time-based' | 'sa' 'duration' 'traffic-based' | 'sa' 'trigger-mode' | 'sa' 'idle-time'
  | 'description' | 'reverse-route' | 'qos' 'pre-classify' | 'tfc'
  ;

// ---------------------------------------------------------------- what is around them

interfaceLine : interfaceKey words ;

interfaceKey
  : 'ip' 'address' | 'ipsec' 'apply' | 'nat' 'outbound' | 'tcp' 'mss' | 'description' | 'undo' | 'shutdown'
  | 'port' | 'mtu' | 'bandwidth' | 'combo' | 'speed' | 'duplex' | 'dhcp' | 'manage' | 'nat' 'server' | 'nat' 'static'
  | 'ip' 'last-hop' | 'dialer' | 'ppp' | 'pppoe-client' | 'dialer-group' | 'timer' | 'lldp' | 'gateway'
  ;

zoneLine : 'import' 'interface' words ;

securityRule
  : 'rule' number? 'name' word (eol ruleLine | NEST ruleRest)* (eol 'quit')?   # permission
  | 'move' 'rule' 'name' words                                      # permissionMoved
  ;

ruleLine : ruleKey words ;

ruleKey
  : 'action' | 'source-zone' | 'destination-zone' | 'source-ip-subnet' | 'destination-ip-subnet' | 'source-ip-host'
  | 'destination-ip-host' | 'source-ip' | 'destination-ip' | 'service' | 'service-port' | 'disable' | 'description'
  | 'logging' | 'counting' | 'application' | 'profile' | 'time-range' | 'user' | 'session'
  ;

// ---------------------------------------------------------------- words

eol : NL | NEST ;
words : word* ;
word : ~(NL | NEST | SEP | INDENTED) ;
/** A line of a section that no rule knows. */
rest : words ;
other : (~('quit' | 'rule' | 'move' | NL | NEST | SEP | INDENTED) words)? ;
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
