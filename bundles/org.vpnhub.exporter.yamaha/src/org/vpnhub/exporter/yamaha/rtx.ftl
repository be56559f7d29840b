<#list site.heading as line>
# ${line}
</#list>
<#list tunnels as x>
<#assign t = x.t, w = x.w, n = t.number>

# IPsec connection ${t.title}
tunnel select ${n}
 description tunnel ${t.name}
 ipsec tunnel ${n}
  ipsec sa policy ${n} ${n} esp ${w.cipher} ${w.hmac}
<#if t.ikev2()>
  ipsec ike version ${n} 2
  ipsec ike message-id-control ${n} on
  ipsec ike child-exchange type ${n} 2
  ipsec ike proposal-limitation ${n} on
<#else>
  ipsec ike version ${n} 1
  ipsec ike local id ${n} ${w.localNet}
  ipsec ike remote id ${n} ${w.remoteNet}
</#if>
  ipsec ike encryption ${n} ${w.encryption}
  ipsec ike hash ${n} ${w.hash}
  ipsec ike group ${n} ${w.group}
  ipsec ike pfs ${n} ${w.pfs}
  ipsec ike duration isakmp-sa ${n} ${t.plan.ike.lifetimeSeconds}
  ipsec ike duration ipsec-sa ${n} ${t.plan.ipsec.lifetimeSeconds}
  ipsec ike keepalive use ${n} ${w.dpd}
  ipsec ike nat-traversal ${n} ${w.nat}
  ipsec ike local address ${n} ${w.local}
  ipsec ike remote address ${n} ${t.plan.remoteAddress}
<#if t.ikev2()>
  ipsec ike local name ${n} ${w.localId}
  ipsec ike remote name ${n} ${w.remoteId}
<#elseif t.aggressive()>
  ipsec ike local name ${n} ${w.localId}
</#if>
  ipsec ike pre-shared-key ${n} text ${t.key}
  ipsec auto refresh ${n} ${w.refresh}
 ip tunnel mtu ${site.mtu}
 ip tunnel tcp mss limit ${site.mss}
 tunnel enable ${n}
tunnel select none
</#list>
ipsec auto refresh on

# Into the tunnel, whether it is up or not: nothing leaves unencrypted, and no NAT of the WAN applies
<#list routes as r>
ip route ${r}
</#list>

# IKE and ESP with the hub, for the filters of the WAN
<#list tunnels as x>
<#assign hub = x.t.plan.remoteAddress, f = x.t.rule>
ip filter ${f} pass ${hub} * udp * 500
ip filter ${f + 1} pass ${hub} * udp * 4500
ip filter ${f + 2} pass ${hub} * esp
ip filter ${f + 3} pass * ${hub} udp * 500
ip filter ${f + 4} pass * ${hub} udp * 4500
ip filter ${f + 5} pass * ${hub} esp
</#list>
