output "data_key_arn" {
  value = aws_kms_key.this["data"].arn
}

output "access_log_bucket" {
  value = aws_s3_bucket.access_logs.id
}
