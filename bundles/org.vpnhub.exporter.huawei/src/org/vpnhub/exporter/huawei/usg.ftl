<#list site.heading as line>
# ${line}
</#list>
# Paste in the system view. Packets that the access list of an entry of the IPsec policy takes never
# leave unencrypted, so no blackhole route is needed. A policy on the WAN interface does not touch
# what stays between LANs.
<#assign first = tunnels?first.t, wan = site.device.wanInterface?replace(" ", "")>
<#list tunnels as x>
<#assign t = x.t, w = x.w>
#
# IPsec connection ${t.title}
acl number ${w.acl}
<#list t.pairs as p>
 rule ${5 * p.index} permit ip${w["pair" + p.index]}
</#list>
quit
ike proposal ${w.proposal}
 encryption-algorithm ${w.cipher}
 dh ${t.plan.ike.group.literal()}
<#if t.ikev2()>
 integrity-algorithm ${w.integrity}
 prf ${w.prf}
<#else>
 authentication-algorithm ${w.hash}
</#if>
 authentication-method pre-share
 sa duration ${t.plan.ike.lifetimeSeconds}
quit
ike peer ${t.name}
<#if t.ikev2()>
 undo version 1
<#else>
 undo version 2
 exchange-mode ${t.aggressive()?then("aggressive", "main")}
 dpd msg seq-hash-notify
</#if>
 pre-shared-key ${t.key}
 ike-proposal ${w.proposal}
 remote-address ${t.plan.remoteAddress}
 local-id-type ${w.localIdType}
 local-id ${t.plan.localId}
 remote-id-type ${w.remoteIdType}
 remote-id ${t.plan.remoteId}
<#if t.plan.natTraversal>
 nat traversal
<#else>
 undo nat traversal
</#if>
<#if t.plan.dpd.enabled>
 dpd type periodic
 dpd idle-time ${t.plan.dpd.intervalSeconds}
 dpd retransmit-interval 10
 dpd retry-limit 3
</#if>
quit
ipsec proposal ${t.name}
 transform esp
 encapsulation-mode tunnel
 esp authentication-algorithm ${w.espHash}
 esp encryption-algorithm ${w.espCipher}
quit
ipsec policy ${first.name} ${10 * (t.index + 1)} isakmp
 security acl ${w.acl}
<#if w.pfs != "">
 pfs ${w.pfs}
</#if>
 ike-peer ${t.name}
 proposal ${t.name}
 tunnel local applied-interface
 sa trigger-mode ${t.plan.initiate?then("auto", "traffic-based")}
 sa duration traffic-based 0
 sa duration time-based ${t.plan.ipsec.lifetimeSeconds}
quit
</#list>
#
<#if tunnels?filter(x -> x.w.espHash?starts_with("sha2"))?has_content>
# SHA-256 with 128 bits, as RFC 4868 has it.
ipsec sha2 compatible enable
</#if>
firewall tcp-mss ${site.mss}
#
# IKE and ESP of the hub, and what the tunnels carry; above all other rules.
ip service-set ${first.name}-ike type object
 service 0 protocol udp source-port 0 to 65535 destination-port 500
 service 1 protocol udp source-port 0 to 65535 destination-port 4500
quit
security-policy
 rule name ${first.name}-ike-out
  source-zone local
  destination-zone ${site.device.wanZone}
<#list tunnels as x>
  destination-address ${x.t.plan.remoteAddress} mask 255.255.255.255
</#list>
  service ${first.name}-ike
  service esp
  action permit
  quit
 rule name ${first.name}-ike-in
  source-zone ${site.device.wanZone}
  destination-zone local
<#list tunnels as x>
  source-address ${x.t.plan.remoteAddress} mask 255.255.255.255
</#list>
  service ${first.name}-ike
  service esp
  action permit
  quit
<#list ["out", "in"] as way>
<#assign from = (way == "out")?then(site.own, site.remote), to = (way == "out")?then(site.remote, site.own)>
 rule name ${first.name}-${way}
  source-zone ${(way == "out")?then(site.device.lanZone, site.device.wanZone)}
  destination-zone ${(way == "out")?then(site.device.wanZone, site.device.lanZone)}
<#list from as p>
  source-address ${p.address} mask ${p.netmask}
</#list>
<#list to as p>
  destination-address ${p.address} mask ${p.netmask}
</#list>
  action permit
  quit
</#list>
<#list ["in", "out", "ike-in", "ike-out"] as rule>
 rule move ${first.name}-${rule} top
</#list>
quit
nat-policy
 rule name ${first.name}-no-nat
  source-zone ${site.device.lanZone}
  destination-zone ${site.device.wanZone}
<#list site.own as p>
  source-address ${p.address} mask ${p.netmask}
</#list>
<#list site.remote as p>
  destination-address ${p.address} mask ${p.netmask}
</#list>
  action no-nat
  quit
 rule move ${first.name}-no-nat top
quit
#
<#list site.remote as p>
ip route-static ${p.address} ${p.netmask} ${wan} ${site.device.nextHop.get()} description ${first.name}
</#list>
#
firewall zone ${site.device.wanZone}
 add interface ${wan}
quit
interface ${wan}
 ipsec policy ${first.name}
quit
