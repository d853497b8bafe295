variable "account_id" {
  type    = string
  default = "123456789012"
}

variable "environment" {
  type    = string
  default = "production"
}

variable "network" {
  type = object({
    cidr_block          = string
    public_ip_on_launch = optional(bool, true)
    zones = map(object({
      public_cidr  = optional(string)
      private_cidr = string
    }))
  })
}

variable "flow_logs_enabled" {
  type    = bool
  default = true
}

variable "admin_ingress" {
  description = "Who may reach the maintenance host. 一時的な許可は期限を説明に書くこと。"
  type = map(object({
    description = string
    cidr        = string
    port        = optional(number, 22)
  }))
}

variable "ops_host" {
  type = object({
    instance_type  = optional(string, "t3.medium")
    require_imdsv2 = optional(bool, true)
  })
  default = {}
}

variable "customer_data_bucket" {
  type    = string
  default = "minato-ec-customer-data"
}

variable "access_log_bucket" {
  type    = string
  default = "minato-access-logs-123456789012"
}

variable "cdn_log_bucket" {
  description = "Given by the pipeline; CloudFront logs are switched on after the storage review (EC-1240)."
  type        = string
}

variable "storefront_version" {
  description = "Image tag; given by the pipeline."
  type        = string
}

variable "loyalty_version" {
  type    = string
  default = "4.18.2"
}

variable "storefront_tasks" {
  type    = number
  default = 4
}

variable "tables" {
  type = map(object({
    hash_key               = string
    data_class             = optional(string, "internal")
    point_in_time_recovery = optional(bool, true)
  }))
}

variable "loyalty_routes" {
  type = map(object({
    method        = optional(string, "GET")
    authorization = optional(string, "COGNITO_USER_POOLS")
  }))
}

variable "distributions" {
  type = map(object({
    host                   = string
    comment                = string
    viewer_protocol_policy = optional(string, "redirect-to-https")
    firewall               = optional(bool, true)
  }))
}
