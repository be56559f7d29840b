<#list site.heading as line>
# ${line}
</#list>
# For an administrator's PowerShell on the server; its role RemoteAccess is installed for VpnS2S.
$ErrorActionPreference = 'Stop'
Import-Module RemoteAccess
<#list tunnels as x>
<#assign t = x.t, w = x.w>

# IPsec connection ${t.title}. Its subnets are routes into the tunnel, with their metrics.
$tunnel = @{
  Name                                = '${t.name}'
  Destination                         = '${t.plan.remoteAddress}'
  Protocol                            = 'IKEv2'
  AuthenticationMethod                = 'PSKOnly'
  ResponderAuthenticationMethod       = 'PSKOnly'
  SharedSecret                        = ${t.key}
  CustomPolicy                        = $true
  EncryptionMethod                    = '${w.encryption}'
  IntegrityCheckMethod                = '${w.integrity}'
  DHGroup                             = '${w.group}'
  CipherTransformConstants            = '${w.cipher}'
  AuthenticationTransformConstants    = '${w.authentication}'
  PfsGroup                            = '${w.pfs}'
  MMSALifeTimeSeconds                 = ${t.plan.ike.lifetimeSeconds}
  SALifeTimeSeconds                   = ${t.plan.ipsec.lifetimeSeconds}
  SADataSizeForRenegotiationKilobytes = 33553408
<#if w.outage != "">
  NetworkOutageTimeSeconds            = ${w.outage}
</#if>
  NumberOfTries                       = 3
  Persistent                          = $true
  InitiateConfigPayload               = $false
<#if w.subnets != "">
  IPv4Subnet                          = @(${w.subnets})
</#if>
}
Add-VpnS2SInterface @tunnel
</#list>

# IKE and ESP with the hub. A second run has ended above, as its tunnels are there.
$hub = @(${hubs})
New-NetFirewallRule -DisplayName 'vpnhub IKE in' -Group 'vpnhub' -Direction Inbound -Action Allow -Protocol UDP -LocalPort 500, 4500 -RemoteAddress $hub
New-NetFirewallRule -DisplayName 'vpnhub IKE out' -Group 'vpnhub' -Direction Outbound -Action Allow -Protocol UDP -RemotePort 500, 4500 -RemoteAddress $hub
New-NetFirewallRule -DisplayName 'vpnhub ESP in' -Group 'vpnhub' -Direction Inbound -Action Allow -Protocol 50 -RemoteAddress $hub
New-NetFirewallRule -DisplayName 'vpnhub ESP out' -Group 'vpnhub' -Direction Outbound -Action Allow -Protocol 50 -RemoteAddress $hub

# Inner packets that fit the tunnel
<#list tunnels as x>
<#if x.t.plan.initiate>
Connect-VpnS2SInterface -Name '${x.t.name}' -ErrorAction Continue
</#if>
netsh interface ipv4 set subinterface '${x.t.name}' mtu=${site.mtu} store=persistent
</#list>
