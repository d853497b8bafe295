variable "db_password" {
  description = "Staging only, so it may stay here."
  type        = string
  default     = "Sakura-2024-minato"
}

variable "certificate_arn" {
  description = "Given by the pipeline."
  type        = string
}

variable "database_clients" {
  type = list(string)
}

variable "database_options" {
  type = object({
    engine_version        = optional(string)
    instance_class        = optional(string, "db.t4g.medium")
    publicly_accessible   = optional(bool, false)
    storage_encrypted     = optional(bool, true)
    backup_retention_days = optional(number, 7)
    multi_az              = optional(bool, false)
    deletion_protection   = optional(bool, false)
    require_tls           = optional(bool, true)
  })
  default = {}
}

variable "loadtest_hosts" {
  type    = number
  default = 2
}
