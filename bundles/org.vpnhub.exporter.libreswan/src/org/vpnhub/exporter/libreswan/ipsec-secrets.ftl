<#list site.heading as line>
# ${line}
</#list>
# Install as /etc/ipsec.d/vpnhub.secrets, which /etc/ipsec.secrets includes
<#list tunnels as x>
${x.w.localId} ${x.w.remoteId} : PSK ${x.t.key}
</#list>
