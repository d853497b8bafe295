variable "user" {
  type = object({
    name           = string
    groups         = list(string)
    console_access = optional(bool, true)
    access_key     = optional(bool, false)
    mfa_device     = optional(bool, true)
    tags           = optional(map(string), {})
  })
}
