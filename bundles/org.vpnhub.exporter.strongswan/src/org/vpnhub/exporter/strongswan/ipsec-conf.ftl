<#list site.heading as line>
# ${line}
</#list>
# Install as /etc/ipsec.d/vpnhub.conf, included from /etc/ipsec.conf

config setup
    uniqueids = no
<#if site.bypass?has_content>

# The remote side covers the site's own network: that stays out of the tunnel. Nobody is this peer.
conn ${ownNetwork}
    right = 127.0.0.1
    leftsubnet = ${site.bypass?join(",")}
    rightsubnet = ${site.bypass?join(",")}
    authby = never
    type = passthrough
    auto = route
</#if>
<#list tunnels as x>
<#assign t = x.t, w = x.w>

# IPsec connection ${t.title}
conn ${t.name}
    type = tunnel
    keyexchange = ${w.exchange}
<#if t.aggressive()>
    aggressive = yes
</#if>
    left = ${w.local}
    leftid = ${w.localId}
    leftauth = psk
    right = ${t.plan.remoteAddress}
    rightid = ${w.remoteId}
    rightauth = psk
    ike = ${w.ike}!
    esp = ${w.esp}!
    ikelifetime = ${t.plan.ike.lifetimeSeconds}s
    lifetime = ${t.plan.ipsec.lifetimeSeconds}s
    margintime = ${w.margin}s
    rekeyfuzz = 100%
    keyingtries = ${w.tries}
    mobike = no
<#if t.plan.natTraversal && t.plan.localBehindNat>
    forceencaps = yes
</#if>
<#if t.plan.dpd.enabled>
    dpdaction = ${w.dead}
    dpddelay = ${t.plan.dpd.intervalSeconds}s
<#if !t.ikev2()>
    dpdtimeout = ${5 * t.plan.dpd.intervalSeconds}s
</#if>
<#else>
    dpdaction = none
</#if>
    closeaction = ${w.close}
<#if t.ikev2()>
    leftsubnet = ${t.local?join(",")}
    rightsubnet = ${t.remote?join(",")}
    auto = ${w.start}
<#else>
<#list t.pairs as p>
conn ${p.name}
    also = ${t.name}
    leftsubnet = ${p.local}
    rightsubnet = ${p.remote}
    auto = ${w.start}
</#list>
</#if>
</#list>
