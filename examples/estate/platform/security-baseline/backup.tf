resource "aws_backup_vault" "main" {
  name        = "minato-vault"
  kms_key_arn = aws_kms_key.this["backups"].arn
}

resource "aws_backup_vault_lock_configuration" "main" {
  backup_vault_name  = aws_backup_vault.main.name
  min_retention_days = 14
  max_retention_days = 400
}

resource "aws_backup_plan" "daily" {
  name = "minato-daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 17 * * ? *)" # 02:00 JST

    lifecycle {
      delete_after = 35
    }

    # Only in accounts that have a copy vault; set by the pipeline.
    dynamic "copy_action" {
      for_each = var.backup_copy_vault_arn[*]

      content {
        destination_vault_arn = copy_action.value
      }
    }
  }
}

resource "aws_iam_role" "backup" {
  name = "minato-backup"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "backup.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "backup" {
  role       = aws_iam_role.backup.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"
}

resource "aws_backup_selection" "tagged" {
  name         = "backup-daily"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = aws_iam_role.backup.arn

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "daily"
  }
}
