<#list site.heading as line>
# ${line}
</#list>
set vpn ipsec interface '${site.device.wanInterface}'
# Routes to the tunnel interfaces are set below; charon must not add its own.
set vpn ipsec options disable-route-autoinstall
<#list tunnels as x>
<#assign t = x.t, w = x.w, n = t.name>
#
# IPsec connection ${t.title}
set vpn ipsec ike-group ${n} key-exchange '${t.plan.ike.version}'
<#if !t.ikev2()>
set vpn ipsec ike-group ${n} mode '${t.plan.ike.mode}'
</#if>
set vpn ipsec ike-group ${n} lifetime '${t.plan.ike.lifetimeSeconds}'
set vpn ipsec ike-group ${n} proposal 1 encryption '${w.cipher}'
set vpn ipsec ike-group ${n} proposal 1 hash '${t.plan.ike.hash}'
<#if t.plan.ike.encryption.isAead()>
set vpn ipsec ike-group ${n} proposal 1 prf 'prf${t.plan.ike.hash}'
</#if>
set vpn ipsec ike-group ${n} proposal 1 dh-group '${t.plan.ike.group.number()}'
set vpn ipsec ike-group ${n} close-action '${w.close}'
<#if t.plan.dpd.enabled>
set vpn ipsec ike-group ${n} dead-peer-detection action '${w.dead}'
set vpn ipsec ike-group ${n} dead-peer-detection interval '${t.plan.dpd.intervalSeconds}'
set vpn ipsec ike-group ${n} dead-peer-detection timeout '${w.timeout}'
</#if>
set vpn ipsec esp-group ${n} mode 'tunnel'
set vpn ipsec esp-group ${n} lifetime '${t.plan.ipsec.lifetimeSeconds}'
set vpn ipsec esp-group ${n} pfs '${w.pfs}'
set vpn ipsec esp-group ${n} proposal 1 encryption '${w.espCipher}'
<#if w.espHash != "">
set vpn ipsec esp-group ${n} proposal 1 hash '${w.espHash}'
</#if>
set vpn ipsec authentication psk ${n} id '${t.plan.localId}'
set vpn ipsec authentication psk ${n} id '${t.plan.remoteId}'
set vpn ipsec authentication psk ${n} secret ${t.key}
set vpn ipsec site-to-site peer ${n} authentication mode 'pre-shared-secret'
set vpn ipsec site-to-site peer ${n} authentication local-id '${t.plan.localId}'
set vpn ipsec site-to-site peer ${n} authentication remote-id '${t.plan.remoteId}'
set vpn ipsec site-to-site peer ${n} connection-type '${w.type}'
set vpn ipsec site-to-site peer ${n} ike-group '${n}'
set vpn ipsec site-to-site peer ${n} default-esp-group '${n}'
set vpn ipsec site-to-site peer ${n} local-address '${site.device.wanAddress.isPresent()?then(site.device.wanAddress.get(), t.plan.localAddress)}'
set vpn ipsec site-to-site peer ${n} remote-address '${t.plan.remoteAddress}'
set vpn ipsec site-to-site peer ${n} vti bind '${w.vti}'
set vpn ipsec site-to-site peer ${n} vti esp-group '${n}'
<#if t.ikev2()>
<#list t.plan.children as c>
<#list c.local as p>
set vpn ipsec site-to-site peer ${n} tunnel ${c?counter} local prefix '${p}'
</#list>
<#list c.remote as p>
set vpn ipsec site-to-site peer ${n} tunnel ${c?counter} remote prefix '${p}'
</#list>
</#list>
<#else>
<#list t.pairs as p>
set vpn ipsec site-to-site peer ${n} tunnel ${p.index} local prefix '${p.local}'
set vpn ipsec site-to-site peer ${n} tunnel ${p.index} remote prefix '${p.remote}'
</#list>
</#if>
set interfaces vti ${w.vti} description 'vpnhub ${n}'
set interfaces vti ${w.vti} mtu '${site.mtu}'
set interfaces vti ${w.vti} ip adjust-mss '${site.mss}'
<#list t.routes as p>
set protocols static route ${p} interface ${w.vti}
</#list>
<#list t.standbyRoutes as p>
set protocols static route ${p} interface ${w.vti} distance '200'
</#list>
# Nothing that enters the tunnel is translated, whatever rules come later.
<#assign i = t.rule>
<#list site.own as own>
<#list t.routes + t.standbyRoutes as remote>
set nat source rule ${i} description 'vpnhub ${n}'
set nat source rule ${i} exclude
set nat source rule ${i} outbound-interface name '${w.vti}'
set nat source rule ${i} source address '${own}'
set nat source rule ${i} destination address '${remote}'
<#assign i = i + 1>
</#list>
</#list>
# The firewall, both ways; without a rule that drops anything these change nothing.
set firewall ipv4 input filter rule ${t.rule} description 'vpnhub ${n}: IKE'
set firewall ipv4 input filter rule ${t.rule} action 'accept'
set firewall ipv4 input filter rule ${t.rule} inbound-interface name '${site.device.wanInterface}'
set firewall ipv4 input filter rule ${t.rule} source address '${t.plan.remoteAddress}'
set firewall ipv4 input filter rule ${t.rule} protocol 'udp'
set firewall ipv4 input filter rule ${t.rule} destination port '500,4500'
set firewall ipv4 input filter rule ${t.rule + 1} description 'vpnhub ${n}: ESP'
set firewall ipv4 input filter rule ${t.rule + 1} action 'accept'
set firewall ipv4 input filter rule ${t.rule + 1} inbound-interface name '${site.device.wanInterface}'
set firewall ipv4 input filter rule ${t.rule + 1} source address '${t.plan.remoteAddress}'
set firewall ipv4 input filter rule ${t.rule + 1} protocol 'esp'
<#assign i = t.rule>
<#list site.own as own>
<#list t.routes + t.standbyRoutes as remote>
set firewall ipv4 forward filter rule ${i} description 'vpnhub ${n}'
set firewall ipv4 forward filter rule ${i} action 'accept'
set firewall ipv4 forward filter rule ${i} outbound-interface name '${w.vti}'
set firewall ipv4 forward filter rule ${i} source address '${own}'
set firewall ipv4 forward filter rule ${i} destination address '${remote}'
set firewall ipv4 forward filter rule ${i + 1} description 'vpnhub ${n}'
set firewall ipv4 forward filter rule ${i + 1} action 'accept'
set firewall ipv4 forward filter rule ${i + 1} inbound-interface name '${w.vti}'
set firewall ipv4 forward filter rule ${i + 1} source address '${remote}'
set firewall ipv4 forward filter rule ${i + 1} destination address '${own}'
<#assign i = i + 2>
</#list>
</#list>
</#list>
#
# While a tunnel is down its networks must not leave unencrypted.
<#list site.remote as p>
set protocols static route ${p} blackhole distance '250'
</#list>
