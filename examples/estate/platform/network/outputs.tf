output "transit_gateway_id" {
  value = aws_ec2_transit_gateway.hub.id
}

output "offices_prefix_list_id" {
  value = aws_ec2_managed_prefix_list.offices.id
}
