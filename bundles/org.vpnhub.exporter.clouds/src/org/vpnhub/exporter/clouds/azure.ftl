<#list site.heading as line>
# ${line}
</#list>

variable "location" {
  description = "Location of the resource group"
  type        = string
}

variable "resource_group_name" {
  description = "Resource group of the gateway"
  type        = string
}

variable "virtual_network_gateway_id" {
  description = "Virtual network gateway, route-based, not of the SKU Basic"
  type        = string
}

variable "keys" {
  description = "Pre-shared keys, in vpnhub.auto.tfvars"
  type        = map(string)
  sensitive   = true
}
<#list tunnels as x>
<#assign t = x.t, w = x.w>

# IPsec connection ${t.title}
resource "azurerm_local_network_gateway" "hub_${t.name}" {
  name                = "vpnhub-${t.name}"
  location            = var.location
  resource_group_name = var.resource_group_name
  gateway_address     = "${t.plan.remoteAddress}"
  address_space       = [${w.routes}]
}

resource "azurerm_virtual_network_gateway_connection" "hub_${t.name}" {
  name                               = "vpnhub-${t.name}"
  location                           = var.location
  resource_group_name                = var.resource_group_name
  type                               = "IPsec"
  virtual_network_gateway_id         = var.virtual_network_gateway_id
  local_network_gateway_id           = azurerm_local_network_gateway.hub_${t.name}.id
  shared_key                         = var.keys["${t.name}"]
  connection_protocol                = "IKEv2"
  connection_mode                    = "${w.mode}"
  dpd_timeout_seconds                = ${w.dpd}
  use_policy_based_traffic_selectors = false

  ipsec_policy {
    ike_encryption   = "${w.ikeCipher}"
    ike_integrity    = "${w.ikeHash}"
    dh_group         = "${w.ikeGroup}"
    ipsec_encryption = "${w.espCipher}"
    ipsec_integrity  = "${w.espHash}"
    pfs_group        = "${w.pfs}"
    sa_lifetime      = ${t.plan.ipsec.lifetimeSeconds}
    sa_datasize      = 2147483647
  }
}
</#list>
