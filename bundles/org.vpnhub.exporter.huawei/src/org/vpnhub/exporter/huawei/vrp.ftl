<#-- The tunnel t with the words w, on a firewall or a router: entry of the IPsec policy first.name. -->
#
# IPsec connection ${t.title}
acl number ${w.acl}
<#list t.pairs as p>
 rule ${5 * p.index} permit ip${w["pair" + p.index]}
</#list>
quit
ike proposal ${w.proposal}
 encryption-algorithm ${w.cipher}
 dh ${t.plan.ike.group.literal()}
<#if t.ikev2()>
 integrity-algorithm ${w.integrity}
 prf ${w.prf}
<#else>
 authentication-algorithm ${w.hash}
</#if>
 authentication-method pre-share
 sa duration ${t.plan.ike.lifetimeSeconds}
quit
ike peer ${t.name}
<#if t.ikev2()>
<#if router>
 version 2
</#if>
 undo version 1
<#else>
<#if router>
 version 1
</#if>
 undo version 2
 exchange-mode ${t.aggressive()?then("aggressive", "main")}
 dpd msg seq-hash-notify
</#if>
 pre-shared-key ${router?then("cipher ", "")}${t.key}
 ike-proposal ${w.proposal}
 remote-address ${t.plan.remoteAddress}
 local-id-type ${w.localIdType}
 local-id ${t.plan.localId}
<#if !router>
 remote-id-type ${w.remoteIdType}
</#if>
 remote-id ${t.plan.remoteId}
<#if t.plan.natTraversal>
 nat traversal
<#else>
 undo nat traversal
</#if>
<#if t.plan.dpd.enabled>
 dpd type periodic
 dpd idle-time ${t.plan.dpd.intervalSeconds}
 dpd retransmit-interval 10
 dpd retry-limit 3
</#if>
quit
ipsec proposal ${t.name}
 transform esp
 encapsulation-mode tunnel
 esp authentication-algorithm ${w.espHash}
 esp encryption-algorithm ${w.espCipher}
quit
ipsec policy ${first.name} ${10 * (t.index + 1)} isakmp
 security acl ${w.acl}
<#if w.pfs != "">
 pfs ${w.pfs}
</#if>
 ike-peer ${t.name}
 proposal ${t.name}
<#if !router>
 tunnel local applied-interface
</#if>
 sa trigger-mode ${t.plan.initiate?then("auto", "traffic-based")}
 sa duration traffic-based 0
 sa duration time-based ${t.plan.ipsec.lifetimeSeconds}
quit
