variable "shared_vpc" {
  type = object({
    cidr_block = string
    zones = map(object({
      public_cidr  = optional(string)
      private_cidr = string
    }))
  })
}

variable "office_networks" {
  description = "Office name => network."
  type        = map(string)
}

variable "flow_log_retention_days" {
  type    = number
  default = 400
}
