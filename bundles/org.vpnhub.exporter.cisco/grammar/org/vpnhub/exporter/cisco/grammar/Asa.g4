/*
 * Running configurations of the Cisco ASA, 8.4 and later, as far as they concern an IPsec VPN.
 *
 * Written from the manuals: "Cisco ASA Series Command Reference" (A to H, I to R, S, T to Z), "CLI Book 3:
 * Cisco ASA Series VPN CLI Configuration Guide" (IPsec and ISAKMP; LAN-to-LAN IPsec VPNs) and "CLI Book 2:
 * Cisco ASA Series Firewall CLI Configuration Guide" (objects, access lists, NAT).
 *
 * A text must begin and end with a line feed. Commands begin with NL, their sub-commands with NEST, or with NL
 * when somebody pasted them without indentation. Every line fits some rule: what no other rule knows is
 * `unknown` within a section and `skipped` outside.
 */
grammar Asa;

options { caseInsensitive = true; }

configuration : (NEST section)? (NL section)* NL? EOF ;

section
  : 'crypto' crypto                                                       # cryptoCommand
  | 'tunnel-group' tunnelGroup                                            # tunnelGroupCommand
  | 'group-policy' groupPolicy                                            # groupPolicyCommand
  | 'interface' words (eol interfaceLine | NEST words)*                   # interfaceSection
  | 'object' 'network' name (eol objectLine | NEST objectPlain | NEST unknown)*   # objectSection
  | 'object-group' 'network' name (eol objectGroupLine | NEST unknown)*   # objectGroupSection
  | ('object' | 'object-group') words (NEST words)*                       # skipped
  | 'access-list' accessList stray                                        # accessListCommand
  | 'nat' nat stray                                                       # natCommand
  | 'sysopt' sysopt stray                                                 # sysoptCommand
  | 'no' 'sysopt' 'connection' 'permit-vpn' stray                         # notPermitted
  | 'hostname' words stray                                                # hostname
  | 'domain-name' words stray                                             # domain
  | skippedFirst words (NEST words)*                                      # skipped
  ;

skippedFirst
  : ~('crypto' | 'tunnel-group' | 'group-policy' | 'interface' | 'object' | 'object-group' | 'access-list'
    | 'nat' | 'sysopt' | 'hostname' | 'domain-name' | NL | NEST)
  ;

// ---------------------------------------------------------------- IKE and IPsec

crypto
  : 'ikev1' 'policy' name (eol policyLine | NEST unknown)*                # ikev1Policy
  | 'ikev2' 'policy' name (eol policy2Line | NEST unknown)*               # ikev2Policy
  | ('ikev1' | 'ikev2') 'enable' word words stray                         # enable
  | ('ikev1' | 'ikev2') ('am-disable' | 'limit' | 'cookie-challenge' | 'remote-access' | 'redirect' | 'notify'
    | 'ipsec-over-tcp') words stray                                       # plainCrypto
  | 'isakmp' 'identity' word word? stray                                  # identity
  | 'isakmp' ('nat-traversal' | 'disconnect-notify' | 'reload-wait') words stray   # plainCrypto
  | 'ipsec' 'ikev1' 'transform-set' word words stray                      # transformSet
  | 'ipsec' 'ikev2' 'ipsec-proposal' name (eol proposalLine | NEST unknown)*   # ipsecProposal
  | 'ipsec' 'security-association' 'lifetime' volumeOrTime stray          # ipsecLifetime
  | 'ipsec' 'security-association' ('pmtu-aging' | 'replay') words stray  # plainCrypto
  | 'ipsec' ('fragmentation' | 'df-bit' | 'inner-routing-lookup') words stray   # plainCrypto
  | 'map' cryptoMap stray                                                 # mapCommand
  | ('ca' | 'key' | 'dynamic-map' | 'engine' | 'large-cert-acceleration') words (NEST words)*   # otherCrypto
  | (~('map' | 'ca' | 'key' | 'dynamic-map' | 'engine' | 'large-cert-acceleration' | NL | NEST) words)?
    (NEST unknown)*                                                       # unknownCrypto
  ;

policyLine
  : 'authentication' word                     # policyAuthentication
  | 'encryption' word                         # policyCipher
  | 'hash' word                               # policyHash
  | 'group' word                              # policyGroup
  | 'lifetime' word                           # policyLifetime
  ;

policy2Line
  : 'encryption' word+                        # policy2Cipher
  | 'integrity' word+                         # policy2Integrity
  | 'prf' word+                               # policy2Prf
  | 'group' word+                             # policy2Group
  | 'lifetime' 'seconds' word                 # policy2Lifetime
  ;

proposalLine
  : 'protocol' 'esp' 'encryption' word+       # proposalCipher
  | 'protocol' 'esp' 'integrity' word+        # proposalIntegrity
  ;

volumeOrTime : ('seconds' | 'kilobytes') word ;

cryptoMap
  : word word 'match' 'address' word                                      # mapList
  | word word 'set' 'peer' word+                                          # mapPeers
  | word word 'set' 'pfs' word?                                           # mapPfs
  | word word 'set' 'ikev1' 'transform-set' word+                         # mapTransforms
  | word word 'set' 'ikev2' 'ipsec-proposal' word+                        # mapProposals
  | word word 'set' 'ikev1' 'phase1-mode' ('main' | 'aggressive') word?   # mapMode
  | word word 'set' 'security-association' 'lifetime' volumeOrTime        # mapLifetime
  | word word 'set' ('reverse-route' | 'connection-type' | 'nat-t-disable' | 'df-bit' | 'tfc-packets'
    | 'validate-icmp-errors' | 'trustpoint') words                        # mapPlain
  | word word 'ipsec-isakmp' 'dynamic' word                               # mapDynamic
  | word 'interface' word                                                 # mapInterface
  | words                                                                 # unknownMap
  ;

// ---------------------------------------------------------------- tunnel groups

tunnelGroup
  : name 'type' word stray                                                # tunnelType
  | word 'ipsec-attributes' (eol attribute | NEST unknown)*               # ipsecAttributes
  | word 'general-attributes' (eol 'default-group-policy' word | NEST words)*   # generalAttributes
  | words (NEST words)*                                                   # otherAttributes
  ;

attribute
  : 'ikev1' 'pre-shared-key' secret                                       # ikev1Key
  | 'ikev2' 'remote-authentication' 'pre-shared-key' secret               # remoteKey
  | 'ikev2' 'local-authentication' 'pre-shared-key' secret                # localKey
  | 'isakmp' 'keepalive' 'threshold' word ('retry' word)?                 # keepalive
  | 'isakmp' 'keepalive' 'disable'                                        # noKeepalive
  | ('peer-id-validate' | 'chain') words                                  # plainAttribute
  | 'ikev1' ('trust-point' | 'user-authentication') words                 # plainAttribute
  ;

secret : ('0' | '8')? word ;

groupPolicy
  : word 'attributes' (eol 'vpn-tunnel-protocol' word+ | NEST words)*     # policyAttributes
  | words (NEST words)*                                                   # policyType
  ;

// ---------------------------------------------------------------- interfaces, objects, lists, NAT

interfaceLine
  : 'nameif' word                                                         # nameif
  | 'ip' 'address' word word ('standby' word)?                            # interfaceAddress
  ;

objectLine
  : 'subnet' word word                                                    # objectSubnet
  | 'host' word                                                           # objectHost
  | 'description' words                                                   # objectText
  ;

/** What the object is translated to, in rules behind those with a source. Only indented. */
objectPlain : 'nat' words ;

objectGroupLine
  : 'network-object' 'host' word                                          # memberHost
  | 'network-object' 'object' word                                        # memberObject
  | 'network-object' word word                                            # memberSubnet
  | 'group-object' word                                                   # memberGroup
  | 'description' words                                                   # memberText
  ;

accessList
  : word ('line' word)? 'extended' ('permit' | 'deny') 'ip' network network words   # entry
  | word ('line' word)? 'remark' words                                    # remark
  | words                                                                 # otherEntry
  ;

network
  : 'any'
  | 'any4'
  | 'host' word
  | 'object' word
  | 'object-group' word
  | word word
  ;

nat
  : word word* 'source' 'static' word word 'destination' 'static' word word words   # twiceNat
  | word word* 'source' ('static' | 'dynamic') word words                 # sourceNat
  | words                                                                 # otherNat
  ;

sysopt
  : 'connection' 'tcpmss' word                                            # tcpMss
  | words                                                                 # otherSysopt
  ;

// ---------------------------------------------------------------- words

eol : NL | NEST ;
name : words ;
words : word* ;
unknown : word* ;
/** Indented lines where there is nothing that they could belong to. */
stray : (NEST unknown)* ;
word : ~(NL | NEST) ;

/** The text of a banner; what it looks like does not matter. */
BANNER : 'banner' [ \t]+ [a-z]+ ~[\n]* ;
/** A line end, with the empty lines and comments behind it. */
NL : LINES ;
/** The same, when the next line is indented. */
NEST : LINES BLANK+ ;
WORD : ~[ \t\f\n]+ ;
SPACE : BLANK+ -> skip ;

fragment LINES : '\n' (BLANK* ([!:] ~[\n]*)? '\n')* ;
fragment BLANK : [ \t\f] ;
