/*
 * Configurations of Juniper SRX ("show configuration | display set"), as far as they concern an IPsec
 * VPN.
 *
 * Written from the manual: Junos OS "CLI Reference" and "VPN User Guide for Security Devices"
 * (statements below [edit security ike] and [edit security ipsec]), "Security Policies User Guide",
 * "NAT User Guide" (source NAT), "Protocol-Independent Routing Properties User Guide" (static routes).
 *
 * A text must begin with a line feed. Every line fits some rule; a statement that no rule of its
 * hierarchy knows is `unknown`.
 */
grammar Srx;

configuration : (NL command?)* EOF ;

command
  : 'set' statement                                   # set
  | ('delete' | 'deactivate') word*                   # remove
  | ~('set' | 'delete' | 'deactivate' | NL) word*     # other
  ;

statement
  : 'security' security
  | 'interfaces' 'st0' 'unit' word st0
  | 'routing-options' 'static' 'route' word route
  | 'routing-options' skipped
  | 'interfaces' ~('st0' | NL) skipped
  | skippedFirst skipped
  ;

skippedFirst : ~('security' | 'interfaces' | 'routing-options' | NL) ;
skipped : word* ;

security
  : 'ike' ike
  | 'ipsec' ipsec
  | 'zones' 'security-zone' word zone
  | 'policies' policies
  | 'nat' 'source' 'rule-set' word natRules
  | 'address-book' word book
  | 'flow' 'tcp-mss' tcpMss
  | ~('ike' | 'ipsec' | 'zones' | 'policies' | 'nat' | 'address-book' | 'flow' | NL) skipped
  | 'nat' skipped
  | 'flow' skipped
  | 'zones' skipped
  ;

unknown : word* ;

// ---------------------------------------------------------------- IKE and IPsec

ike
  : 'proposal' word ikeProposal
  | 'policy' word ikePolicy
  | 'gateway' word gateway
  | ('traceoptions' | 'respond-bad-spi') word*
  | unknown
  ;

ikeProposal
  : 'authentication-method' ('pre-shared-keys' | 'rsa-signatures' | 'ecdsa-signatures-256' | 'ecdsa-signatures-384' | 'certificates')
  | 'dh-group' word
  | 'authentication-algorithm' ('md5' | 'sha1' | 'sha-256' | 'sha-384' | 'sha-512')
  | 'encryption-algorithm' cipher
  | 'lifetime-seconds' word
  | 'description' word
  | unknown
  ;

cipher
  : 'des-cbc' | '3des-cbc' | 'aes-128-cbc' | 'aes-192-cbc' | 'aes-256-cbc' | 'aes-128-gcm' | 'aes-192-gcm' | 'aes-256-gcm'
  | 'chacha20-poly1305'
  ;

ikePolicy
  : 'mode' ('main' | 'aggressive')
  | 'proposals' word
  | 'proposal-set' ('basic' | 'compatible' | 'standard' | 'prime-128' | 'prime-256' | 'suiteb-gcm-128' | 'suiteb-gcm-256')
  | 'pre-shared-key' ('ascii-text' | 'hexadecimal') word
  | 'certificate' word+
  | ('description' | 'reauth-frequency') word
  | unknown
  ;

gateway
  : 'ike-policy' word
  | 'address' word
  | 'external-interface' word
  | 'version' ('v1-only' | 'v2-only')
  | ('local-identity' | 'remote-identity') identity
  | 'dead-peer-detection' dpd?
  | 'no-nat-traversal'
  | 'nat-keepalive' word
  | 'local-address' word
  | 'general-ikeid'
  | 'fragmentation' word*
  | 'dynamic' word*
  | ('xauth' | 'aaa') word*
  | unknown
  ;

identity
  : 'inet' word
  | 'hostname' word
  | 'user-at-hostname' word
  ;

dpd
  : 'always-send' | 'optimized' | 'probe-idle-tunnel'
  | 'interval' word
  | 'threshold' word
  ;

ipsec
  : 'proposal' word ipsecProposal
  | 'policy' word ipsecPolicy
  | 'vpn' word vpn
  | ('traceoptions' | 'anti-replay-window-size' | 'vpn-monitor-options' | 'security-association') word*
  | unknown
  ;

ipsecProposal
  : 'protocol' 'esp'
  | 'authentication-algorithm' ('hmac-md5-96' | 'hmac-sha1-96' | 'hmac-sha-256-128' | 'hmac-sha-384' | 'hmac-sha-512')
  | 'encryption-algorithm' cipher
  | 'lifetime-seconds' word
  | 'lifetime-kilobytes' word
  | 'description' word
  | unknown
  ;

ipsecPolicy
  : 'perfect-forward-secrecy' 'keys' word
  | 'proposals' word
  | 'proposal-set' word
  | 'description' word
  | unknown
  ;

vpn
  : 'bind-interface' word
  | 'ike' ('gateway' | 'ipsec-policy') word
  | 'ike' 'proxy-identity' (('local' | 'remote') word | 'service' 'any')
  | 'ike' ('no-anti-replay' | 'idle-time' word | 'install-interval' word | 'anti-replay-window-size' word)
  | 'traffic-selector' word ('local-ip' | 'remote-ip') word
  | 'establish-tunnels' ('immediately' | 'on-traffic' | 'responder-only' | 'responder-only-no-rekey')
  | 'df-bit' ('clear' | 'copy' | 'set')
  | 'vpn-monitor' word*
  | ('copy-outer-dscp' | 'udp-encapsulate' | 'multi-sa' | 'description' | 'passive-mode-tunneling') word*
  | unknown
  ;

// ---------------------------------------------------------------- around it

st0
  : 'family' 'inet' ('mtu' word | 'address' word | 'unnumbered-address' word+ | 'next-hop-tunnel' word+)?
  | 'description' word
  | 'family' 'inet6' word*
  | unknown
  ;

route
  : 'next-hop' word
  | 'qualified-next-hop' word (('preference' | 'metric') word | 'bfd-liveness-detection' word+)?
  | 'discard' | 'reject'
  | ('preference' | 'metric' | 'tag') word
  | 'no-readvertise' | 'retain' | 'no-retain' | 'no-install' | 'resolve' | 'no-resolve'
  | ('next-table' | 'bfd-liveness-detection' | 'community') word+
  | unknown
  ;

zone
  : 'interfaces' word ('host-inbound-traffic' inbound)?
  | 'host-inbound-traffic' inbound
  | 'address-book' book
  | ('screen' | 'description' | 'application-tracking' | 'tcp-rst' | 'advance-policy-based-routing-profile') word*
  | unknown
  ;

inbound : ('system-services' | 'protocols') word 'except'? ;

policies
  : 'from-zone' word 'to-zone' word 'policy' word rule
  | 'global' 'policy' word rule
  | ('default-policy' | 'policy-rematch' | 'traceoptions' | 'policy-stats' | 'pre-id-default-policy') word*
  | unknown
  ;

rule
  : 'match' ('source-address' | 'destination-address' | 'application' | 'from-zone' | 'to-zone') word
  | 'then' 'permit'
  | 'then' ('deny' | 'reject') word*
  | 'then' ('log' | 'count') word*
  | 'then' 'permit' ('application-services' | 'tcp-options') word+
  | 'description' word
  | unknown
  ;

natRules
  : ('from' | 'to') ('zone' | 'interface' | 'routing-instance') word
  | 'rule' word natRule
  | 'description' word
  | unknown
  ;

natRule
  : 'match' ('source-address' | 'destination-address' | 'source-address-name' | 'destination-address-name') word
  | 'then' 'source-nat' ('off' | 'interface' word* | 'pool' word+)
  | 'description' word
  | unknown
  ;

book
  : 'address' word ('ip-prefix')? word
  | 'address' word ('dns-name' | 'range-address' | 'wildcard-address' | 'description') word+
  | 'address-set' word ('address' | 'address-set' | 'description') word
  | 'attach' 'zone' word
  | 'description' word
  | unknown
  ;

tcpMss : ('ipsec-vpn' | 'all-tcp' | 'gre-in' | 'gre-out') ('mss' word)? ;

// ---------------------------------------------------------------- words

word : ~NL ;

NL : '\n' ([ \t\r\f]* ('#' ~[\n]*)? '\n')* ([ \t\r\f]* '#' ~[\n]*)? ;
WORD : (~[ \t\r\f\n"] | '"' (~["\\\n] | '\\' ~[\n])* '"')+ ;
STRAY : '"' -> type(WORD) ;
SPACE : [ \t\r\f]+ -> skip ;
