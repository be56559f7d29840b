<#list site.heading as line>
# ${line}
</#list>

keys = {
<#list tunnels as x>
  ${("\"" + x.t.name + "\"")?right_pad(width)} = ${x.t.key}
</#list>
}
