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
<#if tunnels?filter(x -> x.w.espHash?starts_with("sha2"))?has_content>
#
# SHA-256 with 128 bits, as RFC 4868 has it.
ipsec authentication sha2 compatible enable
</#if>
<#if site.device.sourceNat>
#
# What goes to the hub is not translated, all else of the site is.
acl number ${natAcl}
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
#
<#list site.remote as p>
ip route-static ${p.address} ${p.netmask} ${wan} ${site.device.nextHop.get()} description ${first.name}
</#list>
#
interface ${wan}
 tcp adjust-mss ${site.mss}
<#if site.device.sourceNat>
 nat outbound ${natAcl}
</#if>
 ipsec policy ${first.name}
quit
