terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region              = "ap-northeast-1"
  allowed_account_ids = ["123456789012"]
}

locals {
  zones = {
    raw     = "personal"
    curated = "personal"
    scripts = "code"
    logs    = "log"
  }
}

resource "aws_kms_key" "lake" {
  description         = "Lake"
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_s3_bucket" "lake" {
  for_each = local.zones
  bucket   = "lake-${each.key}-123456789012"
  tags     = { DataClass = each.value, Environment = "production" }
}

resource "aws_s3_bucket_public_access_block" "lake" {
  for_each                = local.zones
  bucket                  = aws_s3_bucket.lake[each.key].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "lake" {
  for_each = { for name, class in local.zones : name => class if class == "personal" }
  bucket   = aws_s3_bucket.lake[each.key].id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.lake.arn
    }
  }
}

# totals by month for the statistics partner: no persons in it
resource "aws_s3_bucket" "statistics" {
  bucket = "lake-statistics-123456789012"
}

resource "aws_s3_bucket_policy" "statistics" {
  bucket = aws_s3_bucket.statistics.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::210987654321:root" }
      Action    = ["s3:GetObject", "s3:ListBucket"]
      Resource  = [aws_s3_bucket.statistics.arn, "${aws_s3_bucket.statistics.arn}/*"]
    }]
  })
}

# orders for the logistics partner. Meant for one prefix, given for the bucket.
resource "aws_s3_bucket" "exchange" {
  bucket = "lake-exchange-123456789012"
  tags   = { DataClass = "personal" }
}

resource "aws_s3_bucket_policy" "exchange" {
  bucket = aws_s3_bucket.exchange.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Logistics"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::210987654321:role/logistics-import" }
      Action    = ["s3:GetObject", "s3:ListBucket"]
      Resource  = [aws_s3_bucket.exchange.arn, "${aws_s3_bucket.exchange.arn}/*"]
    }]
  })
}

resource "aws_glue_catalog_database" "curated" {
  name = "curated"
}
