<#if own != "" && remote != "">
# TCP segments that fit the tunnel
ip daddr { ${remote} } tcp flags syn tcp option maxseg size set ${site.mss}
ip saddr { ${remote} } tcp flags syn tcp option maxseg size set ${site.mss}
# Both ways through the tunnel
ip saddr { ${own} } ip daddr { ${remote} } rt ipsec exists accept
ip saddr { ${remote} } ip daddr { ${own} } meta ipsec exists accept
# While the tunnel is down nothing for its networks leaves unencrypted
ip daddr != { ${own} } ip daddr { ${remote} } rt ipsec missing counter reject
<#else>
# Nothing is routed into the tunnel
</#if>
