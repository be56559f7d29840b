<#list site.heading as line>
# ${line}
</#list>
<#list tunnels as x>
<#assign t = x.t, w = x.w>
# IPsec connection ${t.title}
tunnel ${t.number} ${t.name}
  peer ${t.plan.remoteAddress} through ${site.device.wanInterface}
  identity ${w.local} expect ${w.remote}
  key ${t.key}
  ike 2 ${t.plan.ike.encryption} ${t.plan.ike.hash} ${t.plan.ike.group} lifetime ${t.plan.ike.lifetimeSeconds}
  esp ${t.plan.ipsec.suite()} lifetime ${t.plan.ipsec.lifetimeSeconds}
  dpd <#if t.plan.dpd.enabled>${t.plan.dpd.intervalSeconds}<#else>off</#if>
<#list t.pairs as p>
  selector ${p.local} ${p.remote}
</#list>
  mtu ${site.mtu} mss ${site.mss}
<#list t.routes as p>
route ${p} tunnel ${t.number}
</#list>
<#list t.standbyRoutes as p>
route ${p} tunnel ${t.number} metric 200
</#list>
</#list>
<#list site.remote as p>
route ${p} discard metric 250
</#list>
<#list site.own as o>
<#list site.remote as r>
allow ${o} ${r}
allow ${r} ${o}
no-nat ${o} ${r}
</#list>
</#list>
