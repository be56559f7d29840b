<#-- The tunnel t with the words w, on a firewall or a router: entry of the IPsec policy first.name. -->
#
# IPsec connection ${t.title}
acl number ${w.acl}
<#list t.pairs as p>
 rule ${5 * p.index} permit ip${w["pair" + p.index]}
</#list>
quit
<#include "vrp-ike.ftl">
ipsec policy ${first.name} ${10 * (t.index + 1)} isakmp
 security acl ${w.acl}
<#if w.pfs != "">
 pfs ${w.pfs}
</#if>
 ike-peer ${t.name}
 proposal ${t.name}
<#if !router>
 tunnel local applied-interface
</#if>
 sa trigger-mode ${t.plan.initiate?then("auto", "traffic-based")}
 sa duration traffic-based 0
 sa duration time-based ${t.plan.ipsec.lifetimeSeconds}
quit
