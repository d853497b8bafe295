# Maintenance host of the EC team: nightly export of customer data, manual fixes, vendor access.
resource "aws_security_group" "ops" {
  name        = "${local.prefix}-ops"
  description = "Maintenance host"
  vpc_id      = module.vpc.vpc_id

  tags = { Name = "${local.prefix}-ops" }
}

resource "aws_vpc_security_group_ingress_rule" "ops_admin" {
  for_each = var.admin_ingress

  security_group_id = aws_security_group.ops.id
  description       = each.value.description
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.cidr

  tags = { Name = each.key }
}

resource "aws_vpc_security_group_egress_rule" "ops_out" {
  security_group_id = aws_security_group.ops.id
  description       = "Package updates, AWS APIs"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

data "aws_ami" "al2023" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-x86_64"]
  }
}

resource "aws_instance" "ops" {
  ami                         = data.aws_ami.al2023.id
  instance_type               = var.ops_host.instance_type
  subnet_id                   = module.vpc.public_subnet_ids["a"]
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.ops.id]
  iam_instance_profile        = aws_iam_instance_profile.ops.name

  metadata_options {
    http_endpoint = "enabled"
    # 夜間バッチの古い SDK が IMDSv2 に未対応
    http_tokens = var.ops_host.require_imdsv2 ? "required" : "optional"
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = 50
    encrypted   = true
  }

  tags = { Name = "mnt-prd-ec-ops01", Backup = "daily" }
}

resource "aws_iam_instance_profile" "ops" {
  name = "${local.prefix}-ops"
  role = aws_iam_role.ops.name
}

resource "aws_iam_role" "ops" {
  name = "${local.prefix}-ops"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

data "aws_iam_policy_document" "ops" {
  statement {
    sid       = "NightlyCustomerExport"
    actions   = ["s3:ListBucket"]
    resources = [module.bucket_customer_data.arn]
  }

  statement {
    sid       = "NightlyCustomerExportObjects"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${module.bucket_customer_data.arn}/*"]
  }
}

resource "aws_iam_role_policy" "ops" {
  name   = "nightly-customer-export"
  role   = aws_iam_role.ops.id
  policy = data.aws_iam_policy_document.ops.json
}

resource "aws_iam_role_policy_attachment" "ops_ssm" {
  role       = aws_iam_role.ops.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}
