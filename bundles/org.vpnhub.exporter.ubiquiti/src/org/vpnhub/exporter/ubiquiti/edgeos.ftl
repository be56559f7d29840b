<#list site.heading as line>
# ${line}
</#list>
# With auto-firewall-nat-exclude the device lets IKE and ESP in and the networks of the tunnels
# through, both ways, and exempts them from source NAT.
set vpn ipsec auto-firewall-nat-exclude enable
set vpn ipsec nat-traversal enable
set vpn ipsec ipsec-interfaces interface ${site.device.wanInterface}
<#list tunnels as x>
<#assign t = x.t, w = x.w, peer = "set vpn ipsec site-to-site peer " + t.plan.remoteAddress>
#
# IPsec connection ${t.title}
set vpn ipsec ike-group ${t.name} key-exchange ${t.ikev2()?then("ikev2", "ikev1")}
<#if !t.ikev2()>
set vpn ipsec ike-group ${t.name} mode ${t.aggressive()?then("aggressive", "main")}
</#if>
set vpn ipsec ike-group ${t.name} lifetime ${t.plan.ike.lifetimeSeconds}
set vpn ipsec ike-group ${t.name} proposal 1 encryption ${w.ikeCipher}
set vpn ipsec ike-group ${t.name} proposal 1 hash ${w.ikeHash}
set vpn ipsec ike-group ${t.name} proposal 1 dh-group ${t.plan.ike.group.number()}
<#if t.plan.dpd.enabled>
set vpn ipsec ike-group ${t.name} dead-peer-detection action restart
set vpn ipsec ike-group ${t.name} dead-peer-detection interval ${t.plan.dpd.intervalSeconds}
set vpn ipsec ike-group ${t.name} dead-peer-detection timeout ${4 * t.plan.dpd.intervalSeconds}
</#if>
set vpn ipsec esp-group ${t.name} mode tunnel
set vpn ipsec esp-group ${t.name} compression disable
set vpn ipsec esp-group ${t.name} lifetime ${t.plan.ipsec.lifetimeSeconds}
set vpn ipsec esp-group ${t.name} pfs ${w.pfs}
set vpn ipsec esp-group ${t.name} proposal 1 encryption ${w.espCipher}
set vpn ipsec esp-group ${t.name} proposal 1 hash ${w.espHash}
${peer} authentication mode pre-shared-secret
${peer} authentication pre-shared-secret ${t.key}
${peer} authentication id ${w.localId}
${peer} authentication remote-id ${w.remoteId}
${peer} connection-type initiate
${peer} description ${t.name}
${peer} ike-group ${t.name}
${peer} local-address ${site.device.wanAddress.isPresent()?then(site.device.wanAddress.get(), t.plan.localAddress)}
<#list t.pairs as p>
${peer} tunnel ${p.index} esp-group ${t.name}
${peer} tunnel ${p.index} local prefix ${p.local}
${peer} tunnel ${p.index} remote prefix ${p.remote}
</#list>
</#list>
#
# MSS: also for what does not enter a tunnel, as the device knows the packets of a policy-based
# tunnel by nothing else.
set firewall options mss-clamp interface-type all
set firewall options mss-clamp mss ${site.mss}
# While the tunnel is down its networks must not leave unencrypted. The routes of the tunnel are
# in a table of their own (220), which comes first.
<#list site.remote as p>
set protocols static route ${p} blackhole distance 250
</#list>
