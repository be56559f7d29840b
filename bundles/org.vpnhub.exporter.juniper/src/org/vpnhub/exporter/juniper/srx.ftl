<#list site.heading as line>
# ${line}
</#list>
<#list tunnels as x>
<#assign t = x.t, w = x.w>
# IPsec connection ${t.title}
set security ike proposal ${t.name} authentication-method pre-shared-keys
set security ike proposal ${t.name} dh-group ${w.group}
set security ike proposal ${t.name} authentication-algorithm ${w.hash}
set security ike proposal ${t.name} encryption-algorithm ${w.cipher}
set security ike proposal ${t.name} lifetime-seconds ${t.plan.ike.lifetimeSeconds}
<#if !t.ikev2()>
set security ike policy ${t.name} mode <#if t.aggressive()>aggressive<#else>main</#if>
</#if>
set security ike policy ${t.name} proposals ${t.name}
set security ike policy ${t.name} pre-shared-key ascii-text ${t.key}
set security ike gateway ${t.name} ike-policy ${t.name}
set security ike gateway ${t.name} address ${t.plan.remoteAddress}
set security ike gateway ${t.name} external-interface ${wan}
set security ike gateway ${t.name} version <#if t.ikev2()>v2-only<#else>v1-only</#if>
set security ike gateway ${t.name} local-identity ${w.localId}
set security ike gateway ${t.name} remote-identity ${w.remoteId}
<#if t.plan.dpd.enabled>
set security ike gateway ${t.name} dead-peer-detection probe-idle-tunnel
set security ike gateway ${t.name} dead-peer-detection interval ${t.plan.dpd.intervalSeconds}
set security ike gateway ${t.name} dead-peer-detection threshold 3
</#if>
<#if !t.plan.natTraversal>
set security ike gateway ${t.name} no-nat-traversal
</#if>
set security ipsec proposal ${t.name} protocol esp
<#if w.espHash != "">
set security ipsec proposal ${t.name} authentication-algorithm ${w.espHash}
</#if>
set security ipsec proposal ${t.name} encryption-algorithm ${w.espCipher}
set security ipsec proposal ${t.name} lifetime-seconds ${t.plan.ipsec.lifetimeSeconds}
<#if w.pfs != "">
set security ipsec policy ${t.name} perfect-forward-secrecy keys ${w.pfs}
</#if>
set security ipsec policy ${t.name} proposals ${t.name}
set interfaces st0 unit ${t.number} description ${w.title}
set interfaces st0 unit ${t.number} family inet mtu ${site.mtu}
set security ipsec vpn ${t.name} bind-interface st0.${t.number}
set security ipsec vpn ${t.name} ike gateway ${t.name}
set security ipsec vpn ${t.name} ike ipsec-policy ${t.name}
<#if t.pairs?size == 1>
set security ipsec vpn ${t.name} ike proxy-identity local ${t.pairs[0].local}
set security ipsec vpn ${t.name} ike proxy-identity remote ${t.pairs[0].remote}
set security ipsec vpn ${t.name} ike proxy-identity service any
<#else>
# Each traffic selector adds a route to its remote side by itself, as long as its SA is up.
<#list t.pairs as p>
set security ipsec vpn ${t.name} traffic-selector n${p.index} local-ip ${p.local}
set security ipsec vpn ${t.name} traffic-selector n${p.index} remote-ip ${p.remote}
</#list>
</#if>
set security ipsec vpn ${t.name} establish-tunnels <#if t.plan.initiate>immediately<#else>on-traffic</#if>
</#list>
# IKE reaches the device; ESP and UDP port 4500 belong to it.
set security zones security-zone ${wanZone} interfaces ${wan}
set security zones security-zone ${wanZone} host-inbound-traffic system-services ike
# All tunnels are in a zone of their own.
<#list tunnels as x>
set security zones security-zone vpnhub interfaces st0.${x.t.number}
</#list>
<#list addresses as a>
set security address-book global address vpnhub-${a.address}-${a.length} ${a}
</#list>
<#list site.own as p>
set security address-book global address-set vpnhub-own address vpnhub-${p.address}-${p.length}
</#list>
<#list tunnels as x>
<#assign t = x.t, nets = t.routes + t.standbyRoutes>
<#list nets as p>
set security address-book global address-set ${t.name}-net address vpnhub-${p.address}-${p.length}
</#list>
<#if nets?size != 0>
set security policies from-zone ${lanZone} to-zone vpnhub policy ${t.name}-out match source-address vpnhub-own
set security policies from-zone ${lanZone} to-zone vpnhub policy ${t.name}-out match destination-address ${t.name}-net
set security policies from-zone ${lanZone} to-zone vpnhub policy ${t.name}-out match application any
set security policies from-zone ${lanZone} to-zone vpnhub policy ${t.name}-out then permit
set security policies from-zone vpnhub to-zone ${lanZone} policy ${t.name}-in match source-address ${t.name}-net
set security policies from-zone vpnhub to-zone ${lanZone} policy ${t.name}-in match destination-address vpnhub-own
set security policies from-zone vpnhub to-zone ${lanZone} policy ${t.name}-in match application any
set security policies from-zone vpnhub to-zone ${lanZone} policy ${t.name}-in then permit
</#if>
</#list>
<#if exemptions?size != 0>
# A rule set between two zones is asked before one of a routing instance, so this exempts from all.
set security nat source rule-set vpnhub from zone ${lanZone}
set security nat source rule-set vpnhub to zone vpnhub
<#list exemptions as e>
<#list e.own as p>
set security nat source rule-set vpnhub rule vpnhub-${e.number} match source-address ${p}
</#list>
<#list e.remote as p>
set security nat source rule-set vpnhub rule vpnhub-${e.number} match destination-address ${p}
</#list>
set security nat source rule-set vpnhub rule vpnhub-${e.number} then source-nat off
</#list>
</#if>
<#list tunnels as x>
<#list x.t.routes as p>
set routing-options static route ${p} qualified-next-hop st0.${x.t.number} preference 5
</#list>
<#list x.t.standbyRoutes as p>
set routing-options static route ${p} qualified-next-hop st0.${x.t.number} preference 10
</#list>
</#list>
# While the tunnels are down their networks lead to the discard interface, not to the Internet.
set interfaces dsc unit 0 family inet address 192.0.2.1/32 destination 192.0.2.2
<#list site.remote as p>
set routing-options static route ${p} qualified-next-hop 192.0.2.2 preference 250
</#list>
# For all IPsec VPNs of the device.
set security flow tcp-mss ipsec-vpn mss ${site.mss}
