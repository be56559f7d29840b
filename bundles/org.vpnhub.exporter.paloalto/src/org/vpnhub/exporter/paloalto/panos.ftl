<#list site.heading as line>
# ${line}
</#list>
<#list tunnels as x>
<#assign t = x.t, w = x.w>
# IPsec connection ${t.title}
<#assign p1 = "set network ike crypto-profiles ike-crypto-profiles " + t.name, p2 = "set network ike crypto-profiles ipsec-crypto-profiles " + t.name>
<#assign gw = "set network ike gateway " + t.name, tun = "set network tunnel ipsec " + t.name>
<#assign version = t.ikev2()?then("ikev2", "ikev1")>
${p1} dh-group ${w.group}
${p1} hash ${w.hash}
${p1} encryption ${w.cipher}
${p1} lifetime ${w.lifetime}
${p2} esp encryption ${w.espCipher}
${p2} esp authentication ${w.espHash}
${p2} dh-group ${w.pfs}
${p2} lifetime ${w.espLifetime}
${gw} protocol version ${version}
${gw} protocol ${version} ike-crypto-profile ${t.name}
<#if !t.ikev2()>
${gw} protocol ikev1 exchange-mode <#if t.aggressive()>aggressive<#else>main</#if>
</#if>
<#if t.plan.dpd.enabled>
${gw} protocol ${version} dpd enable yes
${gw} protocol ${version} dpd interval ${t.plan.dpd.intervalSeconds}
<#if !t.ikev2()>
${gw} protocol ikev1 dpd retry 3
</#if>
<#else>
${gw} protocol ${version} dpd enable no
</#if>
${gw} protocol-common nat-traversal enable <#if t.plan.natTraversal>yes<#else>no</#if>
${gw} protocol-common passive-mode no
${gw} authentication pre-shared-key key ${t.key}
${gw} local-address interface ${wan}
${gw} peer-address ip ${t.plan.remoteAddress}
${gw} local-id type ${w.localIdType}
${gw} local-id id ${w.localId}
${gw} peer-id type ${w.remoteIdType}
${gw} peer-id id ${w.remoteId}
${gw} comment ${w.title}
set network interface tunnel units tunnel.${t.number} comment ${w.title}
# TCP segments in the tunnel are clamped to its MTU less 40 without being told.
set network interface tunnel units tunnel.${t.number} mtu ${site.mtu}
set import network interface tunnel.${t.number}
set network virtual-router ${router} interface tunnel.${t.number}
set zone vpnhub network layer3 tunnel.${t.number}
${tun} tunnel-interface tunnel.${t.number}
${tun} auto-key ike-gateway ${t.name}
${tun} auto-key ipsec-crypto-profile ${t.name}
<#list t.pairs as p>
${tun} auto-key proxy-id n${p.index} protocol any
${tun} auto-key proxy-id n${p.index} local ${p.local}
${tun} auto-key proxy-id n${p.index} remote ${p.remote}
</#list>
<#list t.routes as p>
<#assign r = "set network virtual-router " + router + " routing-table ip static-route vpnhub-" + p.address + "-" + p.length + "-t" + t.number>
${r} destination ${p}
${r} interface tunnel.${t.number}
${r} admin-dist 10
</#list>
<#list t.standbyRoutes as p>
<#assign r = "set network virtual-router " + router + " routing-table ip static-route vpnhub-" + p.address + "-" + p.length + "-t" + t.number>
${r} destination ${p}
${r} interface tunnel.${t.number}
${r} admin-dist 20
</#list>
</#list>
# While the tunnels are down nothing leaves unencrypted.
<#list site.remote as p>
<#assign r = "set network virtual-router " + router + " routing-table ip static-route vpnhub-" + p.address + "-" + p.length + "-down">
${r} destination ${p}
${r} nexthop discard
${r} admin-dist 240
</#list>
<#list addresses as a>
set address vpnhub-${a.address}-${a.length} ip-netmask ${a}
</#list>
<#list site.own as p>
set address-group vpnhub-own static vpnhub-${p.address}-${p.length}
</#list>
<#assign routed = []>
<#list tunnels as x>
<#assign t = x.t, nets = t.routes + t.standbyRoutes>
<#if nets?size != 0>
<#assign routed = routed + [t.name]>
<#assign out = "set rulebase security rules " + t.name + "-out", inward = "set rulebase security rules " + t.name + "-in">
<#list nets as p>
set address-group ${t.name}-net static vpnhub-${p.address}-${p.length}
</#list>
${out} from ${lanZone}
${out} to vpnhub
${out} source vpnhub-own
${out} destination ${t.name}-net
${out} application any
${out} service any
${out} action allow
move rulebase security rules ${t.name}-out top
${inward} from vpnhub
${inward} to ${lanZone}
${inward} source ${t.name}-net
${inward} destination vpnhub-own
${inward} application any
${inward} service any
${inward} action allow
move rulebase security rules ${t.name}-in top
</#if>
</#list>
# IKE and ESP, where a rule of its own denies what stays within the zone.
<#list ["in", "out"] as way>
<#assign ike = "set rulebase security rules vpnhub-ike-" + way>
${ike} from ${wanZone}
${ike} to ${wanZone}
<#list tunnels as x>
${ike} <#if way == "in">source<#else>destination</#if> ${x.t.plan.remoteAddress}
</#list>
${ike} <#if way == "in">destination<#else>source</#if> any
${ike} application ike
${ike} application ipsec-esp
${ike} application ipsec-esp-udp
${ike} service application-default
${ike} action allow
move rulebase security rules vpnhub-ike-${way} top
</#list>
<#if routed?size != 0>
# What enters a tunnel is not translated.
set rulebase nat rules vpnhub-no-nat nat-type ipv4
set rulebase nat rules vpnhub-no-nat from ${lanZone}
set rulebase nat rules vpnhub-no-nat to vpnhub
set rulebase nat rules vpnhub-no-nat source vpnhub-own
<#list routed as name>
set rulebase nat rules vpnhub-no-nat destination ${name}-net
</#list>
set rulebase nat rules vpnhub-no-nat service any
move rulebase nat rules vpnhub-no-nat top
</#if>
