terraform {
  required_version = ">= 1.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

provider "aws" {
  region              = "ap-northeast-1"
  allowed_account_ids = ["210987654321"]

  default_tags {
    tags = {
      Owner       = "data-team"
      Environment = "production"
      CostCenter  = "C220"
    }
  }
}

data "aws_caller_identity" "current" {}

locals {
  prefix     = "minato-data"
  account_id = data.aws_caller_identity.current.account_id

  buckets = {
    lake    = { expire_after_days = null, data_class = "personal" }
    staging = { expire_after_days = 30, data_class = "internal" }
    models  = { expire_after_days = 365, data_class = "internal" }
  }
}

module "vpc" {
  source = "../../modules/vpc"

  name       = local.prefix
  cidr_block = "10.40.0.0/16"

  zones = {
    a = { public_cidr = "10.40.0.0/24", private_cidr = "10.40.16.0/20" }
    c = { public_cidr = "10.40.1.0/24", private_cidr = "10.40.32.0/20" }
  }
}

module "bucket" {
  source   = "../../modules/private-bucket"
  for_each = local.buckets

  name = "${local.prefix}-${each.key}"

  settings = {
    access_log_bucket = "minato-access-logs-123456789012"
    kms_key_arn       = aws_kms_key.lake.arn
    expire_after_days = each.value.expire_after_days
  }

  tags = { DataClass = each.value.data_class }
}

resource "aws_kms_key" "lake" {
  description             = "Data lake"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

# kumomori:ignore aws-s3-bucket-versioning until=2027-01-31 reason="query results, recomputed every night (DATA-310)"
resource "aws_s3_bucket" "query_results" {
  bucket = "${local.prefix}-query-results"

  tags = { DataClass = "internal" }
}

resource "aws_s3_bucket_public_access_block" "query_results" {
  bucket = aws_s3_bucket.query_results.id

  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "query_results" {
  bucket = aws_s3_bucket.query_results.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.lake.arn
    }
  }
}

resource "aws_s3_bucket_logging" "query_results" {
  bucket        = aws_s3_bucket.query_results.id
  target_bucket = "minato-access-logs-123456789012"
  target_prefix = "s3/query-results/"
}
