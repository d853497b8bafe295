variable "account_id" {
  type    = string
  default = "123456789012"
}

variable "data_account_id" {
  type    = string
  default = "210987654321"
}

variable "alert_email" {
  description = "On-call mailbox; given by the pipeline (TF_VAR_alert_email)."
  type        = string
}

variable "backup_copy_vault_arn" {
  description = "Vault in the other account; given by the pipeline."
  type        = string
}

variable "image_repositories" {
  type = map(object({
    scan_on_push = optional(bool, true)
    mutable_tags = optional(bool, false)
  }))
}
