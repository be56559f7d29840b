<#list site.heading as line>
# ${line}
</#list>
# In /etc/pf.conf, after its options and above every rule with nat-to: include "/etc/vpnhub.pf"

table <vpnhub_own> const { ${site.own?join(", ")} }
table <vpnhub_remote> const { ${site.remote?join(", ")} }
table <vpnhub_hubs> const { ${hubs?join(", ")} }

# TCP segments that fit the tunnel
match on enc0 inet scrub (max-mss ${site.mss})

# IKE and ESP with the hub
pass in quick on egress inet proto udp from <vpnhub_hubs> to (egress) port { 500, 4500 }
pass out quick on egress inet proto udp from (egress) to <vpnhub_hubs> port { 500, 4500 }
pass in quick on egress inet proto esp from <vpnhub_hubs> to (egress)
pass out quick on egress inet proto esp from (egress) to <vpnhub_hubs>

# Both ways through the tunnel. No rule with nat-to comes before these: that is the exemption.
pass quick on enc0 inet proto ipencap keep state (if-bound)
pass out quick on enc0 inet from <vpnhub_own> to <vpnhub_remote> keep state (if-bound)
pass in quick on enc0 inet from <vpnhub_remote> to <vpnhub_own> keep state (if-bound)
pass in quick on ! egress inet from <vpnhub_own> to <vpnhub_remote>
pass out quick on ! egress inet from <vpnhub_remote> to <vpnhub_own>

# While the tunnel is down its networks must not leave unencrypted.
block return out quick on egress inet from <vpnhub_own> to <vpnhub_remote>
