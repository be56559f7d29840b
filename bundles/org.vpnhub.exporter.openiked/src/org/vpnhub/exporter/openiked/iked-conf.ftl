<#list site.heading as line>
# ${line}
</#list>
# Install as /etc/iked.conf, readable by root alone

set active
set couple
set nomobike
set dpd_check_interval ${dpd}
<#list tunnels as x>
<#assign t = x.t, w = x.w>

# IPsec connection ${t.title}
ikev2 "${t.name}" ${w.mode} tunnel esp inet \
<#list t.pairs as p>
	from ${p.local} to ${p.remote} \
</#list>
	local ${w.local} peer ${t.plan.remoteAddress} \
	ikesa ${w.ikesa} \
	childsa ${w.childsa} noesn \
	srcid ${w.srcid} dstid ${w.dstid} \
	ikelifetime ${t.plan.ike.lifetimeSeconds} \
	lifetime ${t.plan.ipsec.lifetimeSeconds} bytes 0 \
	psk ${t.key}
</#list>
