<#list site.heading as line>
# ${line}
</#list>
# Install as /etc/ipsec.d/vpnhub.secrets, included from /etc/ipsec.secrets
<#list tunnels as x>
${x.w.localId} ${x.w.remoteId} : PSK ${x.t.key}
</#list>
