output "records_bucket" {
  value = aws_s3_bucket.records.id
}
