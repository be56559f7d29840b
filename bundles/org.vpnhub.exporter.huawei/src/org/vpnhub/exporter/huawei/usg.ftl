<#list site.heading as line>
# ${line}
</#list>
# Paste in the system view. Packets that the access list of an entry of the IPsec policy takes never
# leave unencrypted, so no blackhole route is needed. A policy on the WAN interface does not touch
# what stays between LANs.
<#assign first = tunnels?first.t, wan = site.device.wanInterface?replace(" ", "")>
<#list tunnels as x>
<#assign t = x.t, w = x.w>
<#include "vrp.ftl">
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
