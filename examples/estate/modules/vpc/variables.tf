variable "name" {
  description = "Name prefix of everything in this VPC."
  type        = string
}

variable "cidr_block" {
  type = string

  validation {
    condition     = can(cidrhost(var.cidr_block, 0))
    error_message = "cidr_block must be an IPv4 CIDR."
  }
}

variable "zones" {
  description = "Availability zone suffix => subnet ranges. 公開サブネットはロードバランサーと NAT 専用。"
  type = map(object({
    public_cidr  = optional(string)
    private_cidr = string
  }))
}

variable "public_ip_on_launch" {
  description = "Give machines in the public subnets an address when they start."
  type        = bool
  default     = false
}

variable "single_nat_gateway" {
  type    = bool
  default = true
}

variable "flow_logs" {
  type = object({
    enabled        = optional(bool, true)
    traffic_type   = optional(string, "ALL")
    retention_days = optional(number, 400)
    kms_key_arn    = optional(string)
  })
  default = {}
}

variable "close_default_security_group" {
  description = "Take the default security group over and remove its rules."
  type        = bool
  default     = true
}

variable "tags" {
  type    = map(string)
  default = {}
}
