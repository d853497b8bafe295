output "arn" {
  value = aws_iam_user.this.arn
}

output "access_key_id" {
  value = one(aws_iam_access_key.this[*].id)
}
