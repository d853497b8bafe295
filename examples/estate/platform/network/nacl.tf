# 公開サブネットの NACL。セキュリティグループの外側の二枚目の壁。
locals {
  nacl_ingress = {
    100 = { port_from = 443, port_to = 443, cidr = "0.0.0.0/0" }
    110 = { port_from = 80, port_to = 80, cidr = "0.0.0.0/0" }
    # 2025-08 mail relay 移設時に追加。移設は終わったが、消してよいか誰も答えられない (OPS-1190)
    120 = { port_from = 22, port_to = 22, cidr = "0.0.0.0/0" }
    200 = { port_from = 32768, port_to = 60999, cidr = "10.0.0.0/8" }
  }
}

resource "aws_network_acl" "public" {
  vpc_id     = module.vpc.vpc_id
  subnet_ids = values(module.vpc.public_subnet_ids)

  tags = { Name = "minato-shared-public" }
}

resource "aws_network_acl_rule" "public_in" {
  for_each = local.nacl_ingress

  network_acl_id = aws_network_acl.public.id
  rule_number    = tonumber(each.key)
  egress         = false
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = each.value.cidr
  from_port      = each.value.port_from
  to_port        = each.value.port_to
}

resource "aws_network_acl_rule" "public_out" {
  network_acl_id = aws_network_acl.public.id
  rule_number    = 100
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}
