<#list site.heading as line>
# ${line}
</#list>
# FortiOS sets the MTU of a tunnel interface itself, from the overhead of the suite.
# It lets IKE and ESP in on the interface of a tunnel, unless a local-in policy forbids them.
config firewall address
<#list addresses as a>
    edit "${a.name}"
        set subnet ${a.prefix.address} ${a.prefix.netmask}
    next
</#list>
end
config firewall addrgrp
    edit "vpnhub-own"
        set member ${own}
    next
<#list tunnels as x>
<#if x.w.networks != "">
    edit "${x.t.name}-net"
        set member ${x.w.networks}
    next
</#if>
</#list>
end
config vpn ipsec phase1-interface
<#list tunnels as x>
<#assign t = x.t, w = x.w>
    edit "${t.name}"
        set type static
        set interface ${wan}
<#if t.ikev2()>
        set ike-version 2
<#else>
        set ike-version 1
        set mode <#if t.aggressive()>aggressive<#else>main</#if>
</#if>
        set authmethod psk
        set remote-gw ${t.plan.remoteAddress}
        set proposal ${w.proposal}
        set dhgrp ${w.group}
        set keylife ${t.plan.ike.lifetimeSeconds}
        set localid-type ${w.localIdType}
        set localid ${w.localId}
<#if w.remoteId != "">
        set peertype one
        set peerid ${w.remoteId}
<#else>
        set peertype any
</#if>
        set psksecret ${t.key}
        set nattraversal <#if t.plan.natTraversal>enable<#else>disable</#if>
<#if t.plan.dpd.enabled>
        set dpd on-idle
        set dpd-retryinterval ${t.plan.dpd.intervalSeconds}
        set dpd-retrycount 3
<#else>
        set dpd disable
</#if>
        set auto-negotiate <#if t.plan.initiate>enable<#else>disable</#if>
        set comments ${w.title}
    next
</#list>
end
config vpn ipsec phase2-interface
<#list tunnels as x>
<#assign t = x.t, w = x.w>
<#list t.pairs as p>
    edit "${t.name}-n${p.index}"
        set phase1name "${t.name}"
        set proposal ${w.transform}
<#if w.pfs != "">
        set pfs enable
        set dhgrp ${w.pfs}
<#else>
        set pfs disable
</#if>
        set keylife-type seconds
        set keylifeseconds ${t.plan.ipsec.lifetimeSeconds}
        set auto-negotiate <#if t.plan.initiate>enable<#else>disable</#if>
        set encapsulation tunnel-mode
        set src-addr-type subnet
        set src-subnet ${p.local.address} ${p.local.netmask}
        set dst-addr-type subnet
        set dst-subnet ${p.remote.address} ${p.remote.netmask}
    next
</#list>
</#list>
end
<#list tunnels as x>
<#if x.w.networks == "">
# No network is routed into ${x.t.name}, so no policy clamps TCP segments; its interface does.
config system interface
    edit "${x.t.name}"
        set tcp-mss ${site.mss}
    next
end
</#if>
</#list>
# What enters or leaves a tunnel is not translated: "nat" is off in its own policies.
config firewall policy
<#list tunnels as x>
<#assign t = x.t, w = x.w>
<#if w.networks != "">
    edit 0
        set name "${t.name}-out"
        set srcintf ${lan}
        set dstintf "${t.name}"
        set srcaddr "vpnhub-own"
        set dstaddr "${t.name}-net"
        set action accept
        set schedule "always"
        set service "ALL"
        set nat disable
        set tcp-mss-sender ${site.mss}
        set tcp-mss-receiver ${site.mss}
        set comments "vpnhub"
    next
    edit 0
        set name "${t.name}-in"
        set srcintf "${t.name}"
        set dstintf ${lan}
        set srcaddr "${t.name}-net"
        set dstaddr "vpnhub-own"
        set action accept
        set schedule "always"
        set service "ALL"
        set nat disable
        set tcp-mss-sender ${site.mss}
        set tcp-mss-receiver ${site.mss}
        set comments "vpnhub"
    next
</#if>
</#list>
end
# Equal distances keep both tunnels in the routing table, so that answers may come by either; the
# lower priority is used. While all are down the black hole keeps traffic from leaving unencrypted.
config router static
<#list tunnels as x>
<#list x.t.routes as p>
    edit 0
        set dst ${p.address} ${p.netmask}
        set device "${x.t.name}"
        set distance 10
        set priority 1
        set comment "vpnhub"
    next
</#list>
<#list x.t.standbyRoutes as p>
    edit 0
        set dst ${p.address} ${p.netmask}
        set device "${x.t.name}"
        set distance 10
        set priority 10
        set comment "vpnhub"
    next
</#list>
</#list>
<#list site.remote as p>
    edit 0
        set dst ${p.address} ${p.netmask}
        set blackhole enable
        set distance 254
        set comment "vpnhub"
    next
</#list>
end
