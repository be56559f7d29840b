<#list site.heading as line>
# ${line}
</#list>
# Install as /etc/swanctl/conf.d/vpnhub.conf, then: swanctl --load-all

connections {
<#list tunnels as x>
<#assign t = x.t, w = x.w>
  # IPsec connection ${t.title}
  ${t.name} {
    version = ${w.version}
<#if t.aggressive()>
    aggressive = yes
</#if>
    local_addrs = ${w.local}
    remote_addrs = ${t.plan.remoteAddress}
    proposals = ${w.ike}
<#if t.plan.natTraversal && t.plan.localBehindNat>
    encap = yes
</#if>
    mobike = no
    unique = no
    keyingtries = ${w.tries}
    dpd_delay = ${w.dpd}
<#if w.dpdTimeout != "">
    dpd_timeout = ${w.dpdTimeout}
</#if>
    rekey_time = ${w.ikeRekey}
    over_time = ${w.ikeMargin}
    rand_time = ${w.ikeMargin}
    local {
      auth = psk
      id = ${w.localId}
    }
    remote {
      auth = psk
      id = ${w.remoteId}
    }
    children {
<#list children[t.name] as c>
      ${c.name} {
        mode = tunnel
        local_ts = ${c.local}
        remote_ts = ${c.remote}
        esp_proposals = ${w.esp}
        rekey_time = ${w.espRekey}
        life_time = ${w.espLife}
        rand_time = ${w.espMargin}
        start_action = ${w.start}
        close_action = ${w.close}
<#if t.plan.dpd.enabled>
        dpd_action = ${w.dead}
</#if>
<#if w.priority != "">
        priority = ${w.priority}
</#if>
      }
</#list>
    }
  }
</#list>
<#if site.bypass?has_content>
  # The remote side covers the site's own network: that stays out of the tunnel
  ${ownNetwork} {
    remote_addrs = 127.0.0.1
    children {
      bypass {
        local_ts = ${site.bypass?join(",")}
        remote_ts = ${site.bypass?join(",")}
        mode = pass
        start_action = trap
      }
    }
  }
</#if>
}

secrets {
<#list tunnels as x>
  ike-${x.t.name} {
    id-local = ${x.w.localId}
    id-remote = ${x.w.remoteId}
    secret = ${x.t.key}
  }
</#list>
}
