terraform {
  required_version = ">= 1.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

# 人事部が外注して作った社内ポータル。クラウドチームの基準ができる前 (2022) のもの。
provider "aws" {
  region = "ap-northeast-1"
}

locals {
  tags = {
    Owner       = "hr-systems"
    Environment = "production"
    CostCenter  = "C310"
  }
}

module "vpc" {
  source = "../../modules/vpc"

  name       = "minato-hr"
  cidr_block = "10.50.0.0/16"
  zones      = var.zones

  flow_logs = { retention_days = 90 }

  tags = local.tags
}

# 履歴書・給与明細・マイナンバー確認書類
resource "aws_s3_bucket" "records" {
  bucket = "minato-hr-records"

  tags = merge(local.tags, { DataClass = "personal" })
}

resource "aws_s3_bucket_public_access_block" "records" {
  bucket = aws_s3_bucket.records.id

  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

# 暗号化・アクセスログ・バージョニングは「二期工事で対応」と引き継ぎ資料にある (HR-118)

resource "aws_s3_bucket" "payroll_export" {
  # 外注先が作ったまま。タグも設定も何もない
  bucket = "minato-hr-payroll-export"
}

module "database" {
  source = "../../modules/database"

  identifier = "minato-hr-portal"

  network = {
    vpc_id     = module.vpc.vpc_id
    subnet_ids = values(module.vpc.private_subnet_ids)

    client_security_groups = {
      portal = aws_security_group.portal.id
    }
  }

  options = {
    instance_class = "db.t4g.medium"
    multi_az       = false # 業務時間だけなので
  }

  tags = merge(local.tags, { DataClass = "personal", Backup = "daily" })
}

resource "aws_security_group" "portal" {
  name        = "minato-hr-portal"
  description = "HR portal"
  vpc_id      = module.vpc.vpc_id

  ingress {
    description = "HTTPS from the offices"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = var.office_networks
  }

  ingress {
    description = "SSH for the contractor"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = var.contractor_networks
  }

  egress {
    description = "Updates and AWS APIs"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }

  tags = merge(local.tags, { Name = "minato-hr-portal" })
}

resource "aws_instance" "portal" {
  ami                    = "ami-0a9b8c7d6e5f41230"
  instance_type          = "t3.medium"
  subnet_id              = module.vpc.private_subnet_ids["a"]
  vpc_security_group_ids = [aws_security_group.portal.id]
  iam_instance_profile   = aws_iam_instance_profile.portal.name

  metadata_options {
    http_tokens = "required"
  }

  root_block_device {
    encrypted   = true
    volume_size = 40
  }

  tags = merge(local.tags, { Name = "mnt-prd-hr-portal01" })
}

resource "aws_iam_instance_profile" "portal" {
  name = "minato-hr-portal"
  role = aws_iam_role.portal.name
}

resource "aws_iam_role" "portal" {
  name = "minato-hr-portal"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })

  tags = local.tags
}

data "aws_iam_policy_document" "portal" {
  statement {
    sid       = "Records"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${aws_s3_bucket.records.arn}/*"]
  }
}

resource "aws_iam_role_policy" "portal" {
  name   = "records"
  role   = aws_iam_role.portal.id
  policy = data.aws_iam_policy_document.portal.json
}

resource "aws_secretsmanager_secret" "mail" {
  name                    = "minato-hr/mail-relay"
  recovery_window_in_days = 30

  tags = local.tags
}

resource "aws_efs_file_system" "shared" {
  creation_token = "minato-hr-shared"
  encrypted      = true

  tags = merge(local.tags, { Name = "minato-hr-shared" })
}

resource "aws_efs_mount_target" "shared" {
  for_each = module.vpc.private_subnet_ids

  file_system_id  = aws_efs_file_system.shared.id
  subnet_id       = each.value
  security_groups = [aws_security_group.files.id]
}

resource "aws_security_group" "files" {
  name        = "minato-hr-files"
  description = "NFS from the portal"
  vpc_id      = module.vpc.vpc_id

  ingress {
    description     = "NFS from the portal"
    protocol        = "tcp"
    from_port       = 2049
    to_port         = 2049
    security_groups = [aws_security_group.portal.id]
  }

  tags = merge(local.tags, { Name = "minato-hr-files" })
}
