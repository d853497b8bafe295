# The trail bucket: nobody edits history. Access logs of every other bucket go to "access_logs" below.
module "trail_bucket" {
  source = "../../modules/private-bucket"

  name = "minato-audit-trail-${var.account_id}"

  settings = {
    kms_key_arn       = aws_kms_key.this["logs"].arn
    access_log_bucket = aws_s3_bucket.access_logs.bucket
    object_lock       = true
    expire_after_days = 2555
  }

  extra_policy_documents = [data.aws_iam_policy_document.trail_delivery.json]
}

data "aws_iam_policy_document" "trail_delivery" {
  statement {
    sid       = "CloudTrailChecksTheBucket"
    actions   = ["s3:GetBucketAcl"]
    resources = ["arn:aws:s3:::minato-audit-trail-${var.account_id}"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = ["arn:aws:cloudtrail:ap-northeast-1:${var.account_id}:trail/minato-trail"]
    }
  }

  statement {
    sid       = "CloudTrailDelivers"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::minato-audit-trail-${var.account_id}/AWSLogs/${var.account_id}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }
  }
}

resource "aws_cloudtrail" "main" {
  name           = "minato-trail"
  s3_bucket_name = module.trail_bucket.id
  kms_key_id     = aws_kms_key.this["logs"].arn
  enable_logging = true

  # 2022 に東京リージョンだけで始めたまま。バージニアの操作は残らない。
  is_multi_region_trail         = false
  include_global_service_events = true
  enable_log_file_validation    = false

  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.trail_to_logs.arn

  depends_on = [module.trail_bucket]
}

resource "aws_cloudwatch_log_group" "trail" {
  name              = "/minato/cloudtrail"
  retention_in_days = 400
  kms_key_id        = aws_kms_key.this["logs"].arn
}

resource "aws_iam_role" "trail_to_logs" {
  name = "minato-cloudtrail-to-logs"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "trail_to_logs" {
  name = "write-trail-group"
  role = aws_iam_role.trail_to_logs.id

  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
          "Resource": "${aws_cloudwatch_log_group.trail.arn}:*"
        }
      ]
    }
  JSON
}

resource "aws_s3_bucket" "access_logs" {
  #checkov:skip=CKV_AWS_18:this bucket receives the access logs, logging it into itself would never end
  bucket = "minato-access-logs-${var.account_id}"

  tags = { DataClass = "internal" }
}

resource "aws_s3_bucket_public_access_block" "access_logs" {
  bucket = aws_s3_bucket.access_logs.id

  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "access_logs" {
  bucket = aws_s3_bucket.access_logs.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "access_logs" {
  bucket = aws_s3_bucket.access_logs.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_policy" "access_logs" {
  bucket = aws_s3_bucket.access_logs.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "S3DeliversAccessLogs"
        Effect    = "Allow"
        Principal = { Service = "logging.s3.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "${aws_s3_bucket.access_logs.arn}/s3/*"
        Condition = { StringEquals = { "aws:SourceAccount" = [var.account_id, var.data_account_id] } }
      },
      {
        Sid       = "DenyPlainHttp"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.access_logs.arn, "${aws_s3_bucket.access_logs.arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_config_configuration_recorder" "this" {
  name     = "minato-recorder"
  role_arn = "arn:aws:iam::${var.account_id}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"

  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_delivery_channel" "this" {
  name           = "minato-channel"
  s3_bucket_name = module.trail_bucket.id

  depends_on = [aws_config_configuration_recorder.this]
}

resource "aws_config_configuration_recorder_status" "this" {
  name       = aws_config_configuration_recorder.this.name
  is_enabled = true

  depends_on = [aws_config_delivery_channel.this]
}
