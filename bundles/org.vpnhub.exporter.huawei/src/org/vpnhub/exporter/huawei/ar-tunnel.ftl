<#list site.heading as line>
# ${line}
</#list>
# Paste in the system view. What a tunnel interface sends is not translated by the WAN interface, so no
# exemption from NAT is needed.
<#assign wan = site.device.wanInterface?replace(" ", "")>
<#list tunnels as x>
<#assign t = x.t, w = x.w>
#
# IPsec connection ${t.title}
<#include "vrp-ike.ftl">
ipsec profile ${t.name}
<#if w.pfs != "">
 pfs ${w.pfs}
</#if>
 ike-peer ${t.name}
 proposal ${t.name}
 sa duration traffic-based 0
 sa duration time-based ${t.plan.ipsec.lifetimeSeconds}
quit
interface Tunnel0/0/${t.number}
 description ${t.name}
 mtu ${site.mtu}
 tcp adjust-mss ${site.mss}
 ip address unnumbered interface ${wan}
 tunnel-protocol ipsec
 source ${wan}
 destination ${t.plan.remoteAddress}
 ipsec profile ${t.name}
quit
<#list t.routes as p>
ip route-static ${p.address} ${p.netmask} Tunnel0/0/${t.number} description ${t.name}
</#list>
<#list t.standbyRoutes as p>
ip route-static ${p.address} ${p.netmask} Tunnel0/0/${t.number} preference 200 description ${t.name}
</#list>
</#list>
<#if tunnels?filter(x -> x.w.espHash?starts_with("sha2"))?has_content>
#
# SHA-256 with 128 bits, as RFC 4868 has it.
ipsec authentication sha2 compatible enable
</#if>
#
# While a tunnel is down its networks must not leave unencrypted.
<#list site.remote as p>
ip route-static ${p.address} ${p.netmask} NULL0 preference 250
</#list>
