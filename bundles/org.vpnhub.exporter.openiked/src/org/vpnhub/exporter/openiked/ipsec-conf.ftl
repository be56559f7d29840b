<#list site.heading as line>
# ${line}
</#list>
# Install as /etc/ipsec.conf. The remote side covers the site's own network: that stays out of the tunnel.
<#list site.bypass as a>
<#list site.bypass as b>
flow esp from ${a} to ${b} type bypass
</#list>
</#list>
