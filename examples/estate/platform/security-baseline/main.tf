terraform {
  required_version = ">= 1.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }

  backend "s3" {
    bucket = "minato-platform-tfstate"
    key    = "platform/security-baseline.tfstate"
    region = "ap-northeast-1"
  }
}

provider "aws" {
  region              = "ap-northeast-1"
  allowed_account_ids = [var.account_id]

  default_tags {
    tags = {
      Owner       = "cloud-team"
      Environment = "shared"
      CostCenter  = "C100"
    }
  }
}

locals {
  keys = {
    logs    = { description = "Audit and flow logs", services = ["cloudtrail.amazonaws.com", "logs.ap-northeast-1.amazonaws.com"] }
    data    = { description = "Customer data", services = [] }
    backups = { description = "Backup vaults", services = ["backup.amazonaws.com"] }
  }
}

data "aws_iam_policy_document" "key" {
  for_each = local.keys

  statement {
    sid       = "AccountAdministersTheKey"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account_id}:root"]
    }
  }

  dynamic "statement" {
    for_each = length(each.value.services) > 0 ? [each.value.services] : []

    content {
      sid       = "ServicesUseTheKey"
      actions   = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"]
      resources = ["*"]

      principals {
        type        = "Service"
        identifiers = statement.value
      }

      condition {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [var.account_id]
      }
    }
  }
}

resource "aws_kms_key" "this" {
  for_each = local.keys

  description             = each.value.description
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.key[each.key].json
}

resource "aws_kms_alias" "this" {
  for_each = aws_kms_key.this

  name          = "alias/minato-${each.key}"
  target_key_id = each.value.key_id
}

# Made by hand in 2021 for the nightly billing export, imported later. ローテーションは「影響調査中」(SEC-77)
resource "aws_kms_key" "billing_export" {
  description         = "Nightly billing export"
  enable_key_rotation = false
}

resource "aws_iam_account_password_policy" "this" {
  minimum_password_length        = 14
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  password_reuse_prevention      = 24
  max_password_age               = 90
  allow_users_to_change_password = true
}

resource "aws_accessanalyzer_analyzer" "external" {
  analyzer_name = "minato-external-access"
  type          = "ACCOUNT"
}

resource "aws_ebs_encryption_by_default" "this" {
  # 倉庫システムの旧 AMI が起動しなくなるため保留 (OPS-1055)
  enabled = false
}

resource "aws_ebs_snapshot_block_public_access" "this" {
  state = "block-new-sharing"
}

# EC 部門の夏キャンペーン (2024) のため policy 側の二つを外した。戻す予定日: 2024-09-30
resource "aws_s3_account_public_access_block" "this" {
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = false
  restrict_public_buckets = false
}

resource "aws_securityhub_account" "this" {
  enable_default_standards = true
}

resource "aws_guardduty_detector" "this" {
  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}

resource "aws_guardduty_detector_feature" "this" {
  for_each = toset(["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS"])

  detector_id = aws_guardduty_detector.this.id
  name        = each.key
  status      = "ENABLED"
}
