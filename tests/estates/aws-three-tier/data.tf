resource "aws_kms_key" "data" {
  description         = "Data of customers"
  enable_key_rotation = true
}

resource "aws_db_subnet_group" "main" {
  name       = "booking"
  subnet_ids = [for each in aws_subnet.data : each.id]
}

resource "aws_db_instance" "booking" {
  identifier                          = "booking"
  engine                              = "postgres"
  engine_version                      = "16.4"
  instance_class                      = "db.m7g.large"
  allocated_storage                   = 200
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.data.arn
  username                            = "booking"
  manage_master_user_password         = true
  db_subnet_group_name                = aws_db_subnet_group.main.name
  vpc_security_group_ids              = [aws_security_group.database.id]
  publicly_accessible                 = false
  multi_az                            = true
  backup_retention_period             = 14
  deletion_protection                 = true
  iam_database_authentication_enabled = true
  tags                                = { DataClass = "personal" }
}

resource "aws_s3_bucket" "assets" {
  bucket = "booking-assets-123456789012"
  tags   = { DataClass = "public" }
}

# pictures and scripts of the site
resource "aws_s3_bucket_policy" "assets" {
  bucket = aws_s3_bucket.assets.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.assets.arn}/*"
    }]
  })
}

resource "aws_s3_bucket" "invoices" {
  bucket = "booking-invoices-123456789012"
  tags   = { DataClass = "personal" }
}

resource "aws_s3_bucket_public_access_block" "invoices" {
  bucket                  = aws_s3_bucket.invoices.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "backup" {
  bucket = "booking-backup-123456789012"
}

resource "aws_s3_bucket_public_access_block" "backup" {
  bucket                  = aws_s3_bucket.backup.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "trail" {
  bucket = "booking-trail-123456789012"
  tags   = { DataClass = "log" }
}

resource "aws_s3_bucket_policy" "trail" {
  bucket = aws_s3_bucket.trail.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Action    = "s3:GetBucketAcl"
        Resource  = aws_s3_bucket.trail.arn
        Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }
      },
      {
        Effect    = "Allow"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "${aws_s3_bucket.trail.arn}/AWSLogs/123456789012/*"
        Condition = { StringEquals = { "aws:SourceAccount" = "123456789012", "s3:x-amz-acl" = "bucket-owner-full-control" } }
      },
    ]
  })
}

resource "aws_cloudtrail" "main" {
  name                          = "main"
  s3_bucket_name                = aws_s3_bucket.trail.id
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
}

resource "aws_secretsmanager_secret" "payment" {
  name       = "booking/payment-provider"
  kms_key_id = aws_kms_key.data.arn
}
