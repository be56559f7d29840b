<#list site.heading as line>
# ${line}
</#list>
<#assign first = tunnels?first>
<#list tunnels as x>
<#assign t = x.t, w = x.w>
# IPsec connection ${t.title}
/ip ipsec profile
add name=${t.name} enc-algorithm=${w.cipher} hash-algorithm=${w.hash} dh-group=${w.group} lifetime=${t.plan.ike.lifetimeSeconds}s lifebytes=0 proposal-check=obey nat-traversal=${t.plan.natTraversal?then("yes", "no")} <#if t.plan.dpd.enabled>dpd-interval=${t.plan.dpd.intervalSeconds}s dpd-maximum-failures=3<#else>dpd-interval=disable-dpd</#if>
/ip ipsec peer
add name=${t.name} address=${t.plan.remoteAddress}/32 local-address=${site.device.wanAddress.isPresent()?then(site.device.wanAddress.get(), t.plan.localAddress)} exchange-mode=${w.mode} profile=${t.name} passive=${t.plan.initiate?then("no", "yes")} send-initial-contact=yes comment="vpnhub ${t.name}"
/ip ipsec identity
add peer=${t.name} auth-method=pre-shared-key secret=${t.key} my-id=${w.myId} remote-id=${w.remoteId} generate-policy=no comment="vpnhub ${t.name}"
</#list>
# Phase 2
/ip ipsec proposal
add name=${first.t.name} enc-algorithms=${first.w.espCipher} auth-algorithms=${first.w.espHash} pfs-group=${first.w.pfs} lifetime=${first.t.plan.ipsec.lifetimeSeconds}s
<#if site.bypass?size gt 0>
# What the selectors cover of the site's own networks stays out of the tunnel.
</#if>
/ip ipsec policy
<#list site.bypass as a>
<#list site.own as b>
add action=none src-address=${b} dst-address=${a} comment="vpnhub own"
</#list>
</#list>
<#list first.t.pairs as p>
add peer=${peers} tunnel=yes action=encrypt level=unique ipsec-protocols=esp proposal=${first.t.name} src-address=${p.local} dst-address=${p.remote} comment="vpnhub ${p.name}"
</#list>
# What goes into the tunnel must not be translated.
/ip firewall nat
<#list site.own as own>
<#list site.remote as remote>
add chain=srcnat action=accept src-address=${own} dst-address=${remote} comment="vpnhub exempt"
</#list>
</#list>
:if ([:len [find where dynamic=no and !(comment~"^vpnhub ")]] > 0) do={ move [find where comment~"^vpnhub "] destination=[:pick [find where dynamic=no and !(comment~"^vpnhub ")] 0] }
# Both ways, and above fasttrack, which would lead packets past the policies. What should go into
# the tunnel and finds no policy is dropped, so that it does not leave unencrypted.
/ip firewall filter
<#list tunnels as x>
add chain=input action=accept in-interface=${wan} src-address=${x.t.plan.remoteAddress} protocol=udp dst-port=500,4500 comment="vpnhub ${x.t.name}"
add chain=input action=accept in-interface=${wan} src-address=${x.t.plan.remoteAddress} protocol=ipsec-esp comment="vpnhub ${x.t.name}"
</#list>
<#list site.own as own>
<#list site.remote as remote>
add chain=forward action=accept ipsec-policy=out,ipsec src-address=${own} dst-address=${remote} comment="vpnhub out"
add chain=forward action=accept ipsec-policy=in,ipsec src-address=${remote} dst-address=${own} comment="vpnhub in"
add chain=forward action=drop ipsec-policy=out,none out-interface=${wan} src-address=${own} dst-address=${remote} comment="vpnhub leak"
</#list>
</#list>
:if ([:len [find where dynamic=no and !(comment~"^vpnhub ")]] > 0) do={ move [find where comment~"^vpnhub "] destination=[:pick [find where dynamic=no and !(comment~"^vpnhub ")] 0] }
/ip firewall mangle
add chain=forward action=change-mss new-mss=${site.mss} passthrough=yes protocol=tcp tcp-flags=syn tcp-mss=${site.mss + 1}-65535 ipsec-policy=out,ipsec comment="vpnhub out"
add chain=forward action=change-mss new-mss=${site.mss} passthrough=yes protocol=tcp tcp-flags=syn tcp-mss=${site.mss + 1}-65535 ipsec-policy=in,ipsec comment="vpnhub in"
