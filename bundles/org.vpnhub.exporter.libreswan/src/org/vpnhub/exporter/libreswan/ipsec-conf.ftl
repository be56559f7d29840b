<#list site.heading as line>
# ${line}
</#list>
# Install as /etc/ipsec.d/vpnhub.conf, which /etc/ipsec.conf includes
<#if site.bypass?has_content>

# The remote side covers the site's own network: that stays out of the tunnel.
conn ${ownNetwork}
	left=${tunnels[0].w.local}
	right=0.0.0.0
	leftsubnets={${site.bypass?join(",")}}
	rightsubnets={${site.bypass?join(",")}}
	authby=never
	type=passthrough
	auto=ondemand
</#if>
<#list tunnels as x>
<#assign t = x.t, w = x.w>

# IPsec connection ${t.title}
conn ${t.name}
	type=tunnel
	ikev2=<#if t.ikev2()>insist<#else>no</#if>
<#if t.aggressive()>
	aggressive=yes
</#if>
	authby=secret
	left=${w.local}
	leftid=${w.localId}
	leftsubnets={${t.local?join(",")}}
	right=${t.plan.remoteAddress}
	rightid=${w.remoteId}
	rightsubnets={${t.remote?join(",")}}
	ike=${w.ike}
	esp=${w.esp}
	ikelifetime=${t.plan.ike.lifetimeSeconds}s
	salifetime=${t.plan.ipsec.lifetimeSeconds}s
	rekey=yes
	rekeymargin=${w.margin}s
	rekeyfuzz=100%
	keyingtries=${w.tries}
	pfs=${w.pfs}
	sha2-truncbug=no
	encapsulation=${w.encapsulation}
<#if t.plan.dpd.enabled>
	dpddelay=${t.plan.dpd.intervalSeconds}s
	dpdtimeout=${5 * t.plan.dpd.intervalSeconds}s
	dpdaction=${w.dead}
</#if>
	mtu=${site.mtu}
	negotiationshunt=hold
	failureshunt=drop
	auto=${w.start}
</#list>
