<#function network p>
<#if p.length == 0><#return "any4"></#if>
<#if p.length == 32><#return "host " + p.address.toString()></#if>
<#return p.address.toString() + " " + p.netmask.toString()>
</#function>
<#macro group name members>
object-group network ${name}
<#list members as p>
 network-object <#if p.length == 32>host ${p.address}<#else>${p.address} ${p.netmask}</#if>
</#list>
</#macro>
<#list site.heading as line>
! ${line}
</#list>
! A crypto map drops what it cannot encrypt, so nothing leaves unencrypted while a tunnel is down.
!
! What goes to these networks keeps its source, whatever other rules say: this one is the first.
<@group name="VPNHUB-LOCAL" members=site.own/>
<@group name="VPNHUB-REMOTE" members=site.remote/>
<#list site.device.lanInterfaces as lan>
nat (${lan},${wan}) 1 ${exemption}
</#list>
<#list entries as entry>
<#assign peers = entry?map(i -> tunnels[i])>
<#assign x = peers?first, t = x.t, w = x.w>
<#assign map = "crypto map VPNHUB " + t.rule>
!
<#list peers as y>
! IPsec connection ${y.t.title}
</#list>
<#if t.ikev2()>
crypto ikev2 policy ${t.rule}
 encryption ${w.cipher}
 integrity ${w.integrity}
 group ${w.group}
 prf ${w.hash}
 lifetime seconds ${t.plan.ike.lifetimeSeconds}
crypto ipsec ikev2 ipsec-proposal ${w.name}
 protocol esp encryption ${w.espCipher}
 protocol esp integrity ${w.espIntegrity}
<#else>
crypto ikev1 policy ${t.rule}
 authentication pre-share
 encryption ${w.cipher}
 hash ${w.hash}
 group ${w.group}
 lifetime ${t.plan.ike.lifetimeSeconds}
crypto ipsec ikev1 transform-set ${w.name} esp-${w.espCipher} ${w.transformHash}
</#if>
<#list t.local as from>
<#list site.bypass as to>
access-list ${w.name} extended deny ip ${network(from)} ${network(to)}
</#list>
</#list>
<#list t.pairs as p>
access-list ${w.name} extended permit ip ${network(p.local)} ${network(p.remote)}
</#list>
group-policy ${w.name} internal
group-policy ${w.name} attributes
 vpn-idle-timeout none
 vpn-session-timeout none
 vpn-filter none
 vpn-tunnel-protocol ${w.version}
<#list peers as y>
tunnel-group ${y.t.plan.remoteAddress} type ipsec-l2l
tunnel-group ${y.t.plan.remoteAddress} general-attributes
 default-group-policy ${w.name}
tunnel-group ${y.t.plan.remoteAddress} ipsec-attributes
<#if y.t.ikev2()>
 ikev2 remote-authentication pre-shared-key ${y.t.key}
 ikev2 local-authentication pre-shared-key ${y.t.key}
<#else>
 ikev1 pre-shared-key ${y.t.key}
</#if>
<#if y.t.plan.dpd.enabled>
 isakmp keepalive threshold ${y.t.plan.dpd.intervalSeconds} retry 3
<#else>
 isakmp keepalive disable
</#if>
</#list>
${map} match address ${w.name}
${map} set peer<#list peers as y> ${y.t.plan.remoteAddress}</#list>
<#if w.pfs != "">
${map} set pfs ${w.pfs}
</#if>
<#if t.ikev2()>
${map} set ikev2 ipsec-proposal ${w.name}
<#else>
${map} set ikev1 transform-set ${w.name}
<#if t.aggressive()>
${map} set ikev1 phase1-mode aggressive group${w.group}
</#if>
</#if>
${map} set security-association lifetime seconds ${t.plan.ipsec.lifetimeSeconds}
${map} set security-association lifetime kilobytes unlimited
<#if !t.plan.natTraversal>
${map} set nat-t-disable
</#if>
</#list>
!
crypto map VPNHUB interface ${wan}
<#list versions as version>
crypto ${version} enable ${wan}
</#list>
sysopt connection tcpmss ${site.mss}
sysopt connection permit-vpn
