<#list site.heading as line>
! ${line}
</#list>
! The firewall lets IKE and ESP to itself in without a rule. Tunnel interfaces keep the MTU that
! they have: the firewall itself takes from it what the tunnel adds.
<#assign first = tunnels?first.t, wan = site.device.wanInterface?replace(" ", "")>
zone ${first.name}
<#if site.device.virtualRouter?has_content>
  vrouter ${router}
</#if>
exit
<#list tunnels as x>
<#assign t = x.t, w = x.w>
!
! IPsec connection ${t.title}
isakmp proposal ${t.name}
  authentication pre-share
  encryption ${w.cipher}
  hash ${w.hash}
<#if t.ikev2()>
  prf ${w.hash}
</#if>
  group ${t.plan.ike.group.number()}
  lifetime ${t.plan.ike.lifetimeSeconds}
exit
isakmp peer ${t.name}
<#if t.ikev2()>
  protocol-standard ikev2
<#else>
  mode ${t.aggressive()?then("aggressive", "main")}
</#if>
  interface ${wan}
  peer ${t.plan.remoteAddress}
  isakmp-proposal ${t.name}
  pre-share ${t.key}
  local-id ${w.localId}
  peer-id ${w.remoteId}
  connection-type bidirectional
<#if !t.ikev2()>
  nat-traversal
</#if>
<#if t.plan.dpd.enabled>
  dpd interval ${w.dpdInterval} retry ${w.dpdRetry}
</#if>
exit
ipsec proposal ${t.name}
  protocol esp
  encryption ${w.espCipher}
  hash ${w.espHash}
  group ${w.pfs}
  lifetime ${t.plan.ipsec.lifetimeSeconds}
  lifesize 0
exit
tunnel ipsec ${t.name} auto
  mode tunnel
  isakmp-peer ${t.name}
  ipsec-proposal ${t.name}
<#list t.pairs as p>
  id local ${p.local} remote ${p.remote} service any
</#list>
  check-id
  auto-connect
  tunnel-state-notify
exit
interface tunnel${t.number}
  zone ${first.name}
  tunnel ipsec ${t.name}
exit
</#list>
!
tcp-mss tunnel ${site.mss}
!
! Routes, with those of the second tunnel for when the first is down; while both are down nothing
! leaves unencrypted. What enters a tunnel is not translated.
ip vrouter ${router}
<#list tunnels as x>
<#list x.t.routes as p>
  ip route ${p} tunnel${x.t.number}
</#list>
<#list x.t.standbyRoutes as p>
  ip route ${p} tunnel${x.t.number} 20
</#list>
</#list>
<#list site.remote as p>
  ip route ${p} null0 200
</#list>
<#list tunnels as x>
<#list site.own as own>
<#list site.remote as p>
  snatrule top from ${ip}${own} to ${ip}${p} eif tunnel${x.t.number} no-trans
</#list>
</#list>
</#list>
exit
!
policy-global
<#list ["out", "in"] as way>
<#assign from = (way == "out")?then(site.own, site.remote), to = (way == "out")?then(site.remote, site.own)>
  rule top
    name ${first.name}-${way}
    src-zone ${(way == "out")?then(site.device.lanZone, first.name)}
    dst-zone ${(way == "out")?then(first.name, site.device.lanZone)}
<#list from as p>
    src-ip ${p}
</#list>
<#list to as p>
    dst-ip ${p}
</#list>
    service any
    action permit
  exit
</#list>
exit
