output "endpoint" {
  value = aws_db_instance.this.endpoint
}

output "arn" {
  value = aws_db_instance.this.arn
}

output "security_group_id" {
  value = aws_security_group.this.id
}

output "secret_arn" {
  description = "The secret RDS manages, or null when a password was given."
  value       = try(aws_db_instance.this.master_user_secret[0].secret_arn, null)
}
