<#list site.heading as line>
# ${line}
</#list>
# Paste in the system view. Packets that the access list of an entry of the IPsec policy takes never
# leave unencrypted, so no blackhole route is needed. A policy on the WAN interface does not touch
# what stays between LANs.
<#function local x>
<#return site.device.wanAddress.isPresent()?then(site.device.wanAddress.get(), x.t.plan.localAddress).toString()>
</#function>
<#assign first = tunnels?first.t, wan = site.device.wanInterface?replace(" ", "")>
<#assign v2 = tunnels?filter(x -> x.t.ikev2())>
<#list v2 as x>
<#assign t = x.t, w = x.w>
#
ikev2 proposal ${t.name}
 encryption ${w.cipher}
 integrity ${w.hash}
 prf ${w.hash}
 dh ${t.plan.ike.group.literal()}
quit
</#list>
<#if v2?has_content>
#
ikev2 policy ${v2?first.t.name}
 match local address ${local(v2?first)}
<#list v2 as x>
 proposal ${x.t.name}
</#list>
quit
</#if>
<#list tunnels as x>
<#assign t = x.t, w = x.w>
#
# IPsec connection ${t.title}
acl advanced ${w.acl}
<#list t.pairs as p>
 rule ${5 * p.index} permit ip${w["pair" + p.index]}
</#list>
quit
<#if t.ikev2()>
ikev2 keychain ${t.name}
 peer ${t.name}
  address ${t.plan.remoteAddress} 255.255.255.255
  pre-shared-key plaintext ${t.key}
  quit
quit
ikev2 profile ${t.name}
 authentication-method local pre-share
 authentication-method remote pre-share
 keychain ${t.name}
 identity local ${w.localId}
 match remote identity ${w.remoteId}${w.remoteIdMask}
 sa duration ${t.plan.ike.lifetimeSeconds}
<#if t.plan.dpd.enabled>
 dpd interval ${t.plan.dpd.intervalSeconds} retry 5 periodic
</#if>
quit
<#else>
ike proposal ${w.acl}
 authentication-method pre-share
 encryption-algorithm ${w.cipher}
 authentication-algorithm ${w.hash1}
 dh ${t.plan.ike.group.literal()}
 sa duration ${t.plan.ike.lifetimeSeconds}
quit
ike keychain ${t.name}
 pre-shared-key address ${t.plan.remoteAddress} 255.255.255.255 key simple ${t.key}
quit
ike profile ${t.name}
 keychain ${t.name}
 exchange-mode ${t.aggressive()?then("aggressive", "main")}
 local-identity ${w.localId}
 match remote identity ${w.remoteId}${w.remoteIdMask}
 proposal ${w.acl}
<#if t.plan.dpd.enabled>
 dpd interval ${t.plan.dpd.intervalSeconds} retry 5 periodic
</#if>
quit
</#if>
ipsec transform-set ${t.name}
 protocol esp
 encapsulation-mode tunnel
 esp encryption-algorithm ${w.espCipher}
 esp authentication-algorithm ${w.espHash}
<#if w.pfs != "">
 pfs ${w.pfs}
</#if>
quit
ipsec policy ${first.name} ${10 * (t.index + 1)} isakmp
 transform-set ${t.name}
 security acl ${w.acl}
 local-address ${local(x)}
 remote-address ${t.plan.remoteAddress}
<#if t.ikev2()>
 ikev2-profile ${t.name}
<#else>
 ike-profile ${t.name}
</#if>
 sa duration time-based ${t.plan.ipsec.lifetimeSeconds}
 sa duration traffic-based 4294967295
 sa trigger-mode ${t.plan.initiate?then("auto", "traffic-based")}
quit
</#list>
<#if site.device.sourceNat>
#
# What goes to the hub is not translated, all else of the site is.
acl advanced ${natAcl}
<#list site.own as own>
<#list site.remote as p>
 rule ${5 * (own?index * site.remote?size + p?index + 1)} deny ip source ${own.address} ${own.wildcard} destination ${p.address} ${p.wildcard}
</#list>
</#list>
<#list site.own as own>
 rule ${5 * (site.own?size * site.remote?size + own?index + 1)} permit ip source ${own.address} ${own.wildcard}
</#list>
quit
</#if>
<#if firewall>
#
# IKE and ESP of the hub, and what the tunnels carry; above all other rules.
object-group service ${first.name}-ike
 0 service udp destination eq 500
 10 service udp destination eq 4500
 20 service 50
quit
security-policy ip
 rule name ${first.name}-ike-out
  action pass
  source-zone Local
  destination-zone ${site.device.wanZone}
<#list tunnels as x>
  destination-ip-host ${x.t.plan.remoteAddress}
</#list>
  service ${first.name}-ike
  quit
 rule name ${first.name}-ike-in
  action pass
  source-zone ${site.device.wanZone}
  destination-zone Local
<#list tunnels as x>
  source-ip-host ${x.t.plan.remoteAddress}
</#list>
  service ${first.name}-ike
  quit
<#list ["out", "in"] as way>
<#assign from = (way == "out")?then(site.own, site.remote), to = (way == "out")?then(site.remote, site.own)>
 rule name ${first.name}-${way}
  action pass
  source-zone ${(way == "out")?then(site.device.lanZone, site.device.wanZone)}
  destination-zone ${(way == "out")?then(site.device.wanZone, site.device.lanZone)}
<#list from as p>
  source-ip-subnet ${p.address} ${p.netmask}
</#list>
<#list to as p>
  destination-ip-subnet ${p.address} ${p.netmask}
</#list>
  quit
</#list>
<#list ["in", "out", "ike-in", "ike-out"] as rule>
 move rule name ${first.name}-${rule} top
</#list>
quit
</#if>
#
<#list site.remote as p>
ip route-static ${p.address} ${p.length} ${wan} ${site.device.nextHop.get()} description ${first.name}
</#list>
#
<#if firewall>
security-zone name ${site.device.wanZone}
 import interface ${wan}
quit
</#if>
interface ${wan}
 tcp mss ${site.mss}
<#if site.device.sourceNat>
 nat outbound ${natAcl}
</#if>
 ipsec apply policy ${first.name}
quit
