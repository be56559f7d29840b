<#-- Phase 1 and the proposal of phase 2, for tunnel interfaces and for crypto maps. -->
<#function local x>
<#return site.device.wanAddress.isPresent()?then(site.device.wanAddress.get(), x.t.plan.localAddress).toString()>
</#function>

<#-- A network in an extended access list. -->
<#function network p>
<#if p.length == 0><#return "any"></#if>
<#if p.length == 32><#return "host " + p.address.toString()></#if>
<#return p.address.toString() + " " + p.wildcard.toString()>
</#function>

<#macro heading>
<#list site.heading as line>
! ${line}
</#list>
</#macro>

<#-- All IKEv2 proposals and their policies. -->
<#macro proposals>
<#local v2 = tunnels?filter(x -> x.t.ikev2())>
<#list v2 as x>
<#local t = x.t, w = x.w>
!
crypto ikev2 proposal ${w.name}
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
crypto ikev2 policy ${x.w.name}
 match address local ${local(x)}
<#list v2?filter(y -> local(y) == local(x)) as y>
 proposal ${y.w.name}
</#list>
</#if>
</#list>
</#macro>

<#-- Identities and keys of peers that are alike in everything else, and the transform set. -->
<#macro phases peers>
<#local t = peers?first.t, w = peers?first.w>
!
<#list peers as y>
! IPsec connection ${y.t.title}
</#list>
<#if t.ikev2()>
crypto ikev2 keyring ${w.name}
<#list peers as y>
 peer ${y.w.name}
  address ${y.t.plan.remoteAddress}
  pre-shared-key ${y.t.key}
</#list>
crypto ikev2 profile ${w.name}
<#list peers as y>
 match identity remote ${y.w.remoteId}${y.w.remoteIdMask}
</#list>
 identity local ${w.localId}
 authentication remote pre-share
 authentication local pre-share
 keyring local ${w.name}
 lifetime ${t.plan.ike.lifetimeSeconds}
<#if t.plan.dpd.enabled>
 dpd ${t.plan.dpd.intervalSeconds} 3 periodic
</#if>
<#else>
crypto isakmp policy ${t.rule}
 authentication pre-share
 encryption ${w.cipher}
 hash ${w.hash1}
 group ${w.group}
 lifetime ${t.plan.ike.lifetimeSeconds}
crypto keyring ${w.name}
<#list peers as y>
 pre-shared-key address ${y.t.plan.remoteAddress} key ${y.t.key}
</#list>
crypto isakmp profile ${w.name}
 keyring ${w.name}
 self-identity ${w.selfIdentity}
<#list peers as y>
 match identity ${y.w.matchIdentity}
</#list>
<#if t.plan.dpd.enabled>
 keepalive ${t.plan.dpd.intervalSeconds} retry 3
</#if>
<#if t.aggressive()>
 initiate mode aggressive
</#if>
</#if>
crypto ipsec transform-set ${w.name} ${w.transform}
 mode tunnel
</#macro>

<#-- What an IPsec profile and an entry of a crypto map have in common. -->
<#macro protection x>
 set security-association lifetime seconds ${x.t.plan.ipsec.lifetimeSeconds}
 set security-association lifetime kilobytes disable
 set transform-set ${x.w.name}
<#if x.w.pfs != "">
 set pfs ${x.w.pfs}
</#if>
<#if x.t.ikev2()>
 set ikev2-profile ${x.w.name}
<#else>
 set isakmp-profile ${x.w.name}
</#if>
</#macro>

<#-- The selectors as a list; what the device has itself stays out of the tunnel. -->
<#macro selectors x bypass>
ip access-list extended ${x.w.name}
<#list bypass as to>
<#list x.t.local as from>
 deny ip ${network(from)} ${network(to)}
</#list>
</#list>
<#list x.t.pairs as p>
 permit ip ${network(p.local)} ${network(p.remote)}
</#list>
</#macro>
