<#macro tunnel n t w>
  tunnel${n}_preshared_key                = var.keys["${t.name}"]
  tunnel${n}_ike_versions                 = ["${t.plan.ike.version}"]
  tunnel${n}_phase1_encryption_algorithms = ["${w.ikeCipher}"]
  tunnel${n}_phase1_integrity_algorithms  = ["${w.ikeHash}"]
  tunnel${n}_phase1_dh_group_numbers      = [${w.ikeGroup}]
  tunnel${n}_phase1_lifetime_seconds      = ${t.plan.ike.lifetimeSeconds}
  tunnel${n}_phase2_encryption_algorithms = ["${w.espCipher}"]
  tunnel${n}_phase2_integrity_algorithms  = ["${w.espHash}"]
  tunnel${n}_phase2_dh_group_numbers      = [${w.pfs}]
  tunnel${n}_phase2_lifetime_seconds      = ${t.plan.ipsec.lifetimeSeconds}
  tunnel${n}_dpd_timeout_seconds          = ${w.dpdSeconds}
  tunnel${n}_dpd_timeout_action           = "${w.dpdAction}"
  tunnel${n}_startup_action               = "${w.startup}"
</#macro>
<#list site.heading as line>
# ${line}
</#list>

variable "vpn_gateway_id" {
  description = "Virtual private gateway of the VPC"
  type        = string
}

variable "route_table_ids" {
  description = "Route tables of the VPC that learn the routes"
  type        = list(string)
}

variable "keys" {
  description = "Pre-shared keys, in vpnhub.auto.tfvars"
  type        = map(string)
  sensitive   = true
}

resource "aws_vpn_gateway_route_propagation" "hub" {
  for_each       = toset(var.route_table_ids)
  vpn_gateway_id = var.vpn_gateway_id
  route_table_id = each.value
}
<#list tunnels as x>
<#assign t = x.t, w = x.w>

# IPsec connection ${t.title}
resource "aws_customer_gateway" "hub_${t.name}" {
  bgp_asn    = 65000
  ip_address = "${t.plan.remoteAddress}"
  type       = "ipsec.1"
  tags       = { Name = "vpnhub-${t.name}" }
}

# The local network is that of the customer gateway, which is the hub.
resource "aws_vpn_connection" "hub_${t.name}" {
  vpn_gateway_id           = var.vpn_gateway_id
  customer_gateway_id      = aws_customer_gateway.hub_${t.name}.id
  type                     = "ipsec.1"
  static_routes_only       = true
  local_ipv4_network_cidr  = "${w.there}"
  remote_ipv4_network_cidr = "${w.here}"
  tags                     = { Name = "vpnhub-${t.name}" }

<@tunnel n=1 t=t w=w/>

<@tunnel n=2 t=t w=w/>
}

output "hub_${t.name}_address" {
  value = aws_vpn_connection.hub_${t.name}.tunnel1_address
}
<#if t.routes?size gt 0>

resource "aws_vpn_connection_route" "hub_${t.name}" {
  for_each               = toset([${w.routes}])
  vpn_connection_id      = aws_vpn_connection.hub_${t.name}.id
  destination_cidr_block = each.value
}
</#if>
</#list>
