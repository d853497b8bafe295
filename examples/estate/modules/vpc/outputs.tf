output "vpc_id" {
  value = aws_vpc.this.id
}

output "cidr_block" {
  value = aws_vpc.this.cidr_block
}

output "public_subnet_ids" {
  description = "Zone suffix => subnet id."
  value       = { for zone, subnet in aws_subnet.public : zone => subnet.id }
}

output "private_subnet_ids" {
  description = "Zone suffix => subnet id."
  value       = { for zone, subnet in aws_subnet.private : zone => subnet.id }
}

output "public_route_table_id" {
  value = one(aws_route_table.public[*].id)
}
