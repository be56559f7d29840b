<#import "ios-ike.ftl" as ios>
<@ios.heading/>
! Without "ip nat outside" on the tunnel interface nothing that enters it is translated, so no
! exemption from NAT is needed.
<@ios.proposals/>
<#list tunnels as x>
<#assign t = x.t, w = x.w>
<@ios.phases peers=[x]/>
crypto ipsec profile ${w.name}
<@ios.protection x=x/>
<#if w.selectors != "">
<@ios.selectors x=x bypass=[]/>
</#if>
interface Tunnel${t.number}
 description ${w.name}
 ip unnumbered ${site.device.wanInterface}
 ip mtu ${site.mtu}
 ip tcp adjust-mss ${site.mss}
 tunnel source ${site.device.wanInterface}
 tunnel mode ipsec ipv4
 tunnel destination ${t.plan.remoteAddress}
<#if w.selectors != "">
 tunnel protection ipsec policy ipv4 ${w.name}
</#if>
 tunnel protection ipsec profile ${w.name}
 no shutdown
<#list t.routes as p>
ip route ${p.address} ${p.netmask} Tunnel${t.number} name ${w.name}
</#list>
<#list t.standbyRoutes as p>
ip route ${p.address} ${p.netmask} Tunnel${t.number} 200 name ${w.name}
</#list>
</#list>
! While a tunnel is down its networks must not leave unencrypted.
<#list site.remote as p>
ip route ${p.address} ${p.netmask} Null0 250
</#list>
