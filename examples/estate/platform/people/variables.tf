variable "people" {
  description = "IAM user name => person. New colleagues get IAM Identity Center instead; nobody is to be added here."
  type = map(object({
    department     = string
    groups         = list(string)
    console_access = optional(bool, true)
    access_key     = optional(bool, false)
    mfa_device     = optional(bool, true)
    left_on        = optional(string)
  }))
}
