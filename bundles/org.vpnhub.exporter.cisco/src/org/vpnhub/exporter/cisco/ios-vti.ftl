<#list site.heading as line>
! ${line}
</#list>
! Without "ip nat outside" on the tunnel interface nothing that enters it is translated, so no
! exemption from NAT is needed.
<#function local x>
<#return site.device.wanAddress.isPresent()?then(site.device.wanAddress.get(), x.t.plan.localAddress).toString()>
</#function>
<#assign v2 = tunnels?filter(x -> x.t.ikev2())>
<#list v2 as x>
<#assign t = x.t, w = x.w>
!
crypto ikev2 proposal ${t.name}
 encryption ${w.cipher}
<#if t.plan.ike.encryption.isAead()>
 prf ${w.hash}
<#else>
 integrity ${w.hash}
</#if>
 group ${w.group}
</#list>
<#-- Of several policies for one address the device takes the first: one has all proposals. -->
<#list v2 as x>
<#if v2?filter(y -> local(y) == local(x))?first.t.name == x.t.name>
crypto ikev2 policy ${x.t.name}
 match address local ${local(x)}
<#list v2?filter(y -> local(y) == local(x)) as y>
 proposal ${y.t.name}
</#list>
</#if>
</#list>
<#list tunnels as x>
<#assign t = x.t, w = x.w>
!
! IPsec connection ${t.title}
<#if t.ikev2()>
crypto ikev2 keyring ${t.name}
 peer ${t.name}
  address ${t.plan.remoteAddress}
  pre-shared-key ${t.key}
crypto ikev2 profile ${t.name}
 match identity remote ${w.remoteId}${w.remoteIdMask}
 identity local ${w.localId}
 authentication remote pre-share
 authentication local pre-share
 keyring local ${t.name}
 lifetime ${t.plan.ike.lifetimeSeconds}
<#if t.plan.dpd.enabled>
 dpd ${t.plan.dpd.intervalSeconds} 3 periodic
</#if>
<#else>
crypto isakmp policy ${10 + t.index}
 authentication pre-share
 encryption ${w.cipher}
 hash ${w.hash1}
 group ${w.group}
 lifetime ${t.plan.ike.lifetimeSeconds}
crypto keyring ${t.name}
 pre-shared-key address ${t.plan.remoteAddress} key ${t.key}
crypto isakmp profile ${t.name}
 keyring ${t.name}
 self-identity ${w.selfIdentity}
 match identity ${w.matchIdentity}
<#if t.plan.dpd.enabled>
 keepalive ${t.plan.dpd.intervalSeconds} retry 3
</#if>
<#if t.aggressive()>
 initiate mode aggressive
</#if>
</#if>
crypto ipsec transform-set ${t.name} ${w.transform}
 mode tunnel
crypto ipsec profile ${t.name}
 set security-association lifetime seconds ${t.plan.ipsec.lifetimeSeconds}
 set security-association lifetime kilobytes disable
 set transform-set ${t.name}
<#if w.pfs != "">
 set pfs ${w.pfs}
</#if>
<#if t.ikev2()>
 set ikev2-profile ${t.name}
<#else>
 set isakmp-profile ${t.name}
</#if>
ip access-list extended ${t.name}
<#list t.pairs as p>
 permit ip ${w["local" + p.index]} ${w["remote" + p.index]}
</#list>
interface Tunnel${t.number}
 description ${t.title}
 ip unnumbered ${site.device.wanInterface}
 ip mtu ${site.mtu}
 ip tcp adjust-mss ${site.mss}
 tunnel source ${site.device.wanInterface}
 tunnel mode ipsec ipv4
 tunnel destination ${t.plan.remoteAddress}
 tunnel protection ipsec policy ipv4 ${t.name}
 tunnel protection ipsec profile ${t.name}
 no shutdown
<#list t.routes as p>
ip route ${p.address} ${p.netmask} Tunnel${t.number} name ${t.name}
</#list>
<#list t.standbyRoutes as p>
ip route ${p.address} ${p.netmask} Tunnel${t.number} 200 name ${t.name}
</#list>
</#list>
! While a tunnel is down its networks must not leave unencrypted.
<#list site.remote as p>
ip route ${p.address} ${p.netmask} Null0 250
</#list>
