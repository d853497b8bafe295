variable "name" {
  type = string
}

variable "settings" {
  description = "Everything is private and kept by default; a caller has to say so when it should not be."
  type = object({
    block_public_access = optional(bool, true)
    versioning          = optional(bool, true)
    access_log_bucket   = optional(string)
    kms_key_arn         = optional(string)
    expire_after_days   = optional(number)
    object_lock         = optional(bool, false)
  })
  default = {}
}

variable "extra_policy_documents" {
  description = "Policy documents (JSON) merged into the bucket policy."
  type        = list(string)
  default     = []
}

variable "tags" {
  type    = map(string)
  default = {}
}
