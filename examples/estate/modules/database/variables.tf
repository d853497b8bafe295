variable "identifier" {
  type = string
}

variable "network" {
  type = object({
    vpc_id                 = string
    subnet_ids             = list(string)
    client_security_groups = optional(map(string), {})
    client_cidrs           = optional(list(string), [])
  })
}

variable "options" {
  description = "What the data owners may choose. The defaults are what production needs."
  type = object({
    engine_version        = optional(string, "16.8")
    instance_class        = optional(string, "db.m7g.large")
    allocated_storage_gib = optional(number, 100)
    publicly_accessible   = optional(bool, false)
    storage_encrypted     = optional(bool, true)
    kms_key_arn           = optional(string)
    backup_retention_days = optional(number, 14)
    multi_az              = optional(bool, true)
    deletion_protection   = optional(bool, true)
    auto_minor_upgrade    = optional(bool, true)
    require_tls           = optional(bool, true)
  })
  default = {}
}

variable "username" {
  type    = string
  default = "minato_owner"
}

variable "password" {
  description = "Leave it out: RDS then keeps the password in Secrets Manager and rotates it."
  type        = string
  default     = null
  sensitive   = true
}

variable "tags" {
  type    = map(string)
  default = {}
}
