<#import "ios-ike.ftl" as ios>
<@ios.heading/>
! A crypto map drops what it cannot encrypt, so nothing leaves unencrypted while a tunnel is down.
<@ios.proposals/>
<#list entries as entry>
<#assign peers = entry?map(i -> tunnels[i])>
<#assign x = peers?first, t = x.t, w = x.w>
<@ios.phases peers=peers/>
<@ios.selectors x=x bypass=site.bypass/>
crypto map VPNHUB ${t.rule} ipsec-isakmp
 description ${w.name}
<#list peers as y>
 set peer ${y.t.plan.remoteAddress}<#if peers?size gt 1 && y?is_first> default</#if>
</#list>
<@ios.protection x=x/>
 match address ${w.name}
</#list>
<#if site.device.sourceNat>
!
! What goes to these networks keeps its source; all else is translated as before. This rule takes
! the place of the one that the router has: see the checklist.
ip access-list extended VPNHUB-NAT
<#list site.own as from>
<#list site.remote as to>
 deny ip ${ios.network(from)} ${ios.network(to)}
</#list>
</#list>
<#list site.own as from>
 permit ip ${ios.network(from)} any
</#list>
ip nat inside source list VPNHUB-NAT interface ${site.device.wanInterface} overload
</#if>
!
<#list site.device.lanInterfaces as lan>
interface ${lan}
 ip tcp adjust-mss ${site.mss}
</#list>
interface ${site.device.wanInterface}
 crypto map VPNHUB
<#list entries as entry>
<#assign t = tunnels[entry?first].t, w = tunnels[entry?first].w>
<#if t.plan.initiate && w.probe != "">
!
! A crypto map negotiates when there is traffic; this makes some, whether it is answered or not.
no ip sla ${t.rule}
ip sla ${t.rule}
 icmp-echo ${w.probe} source-interface ${site.device.lanInterfaces?first}
 frequency 60
ip sla schedule ${t.rule} life forever start-time now
</#if>
</#list>
