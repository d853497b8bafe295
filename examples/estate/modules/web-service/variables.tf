variable "name" {
  type = string
}

variable "network" {
  type = object({
    vpc_id             = string
    public_subnet_ids  = list(string)
    private_subnet_ids = list(string)
    client_cidrs       = optional(list(string), ["0.0.0.0/0"])
  })
}

variable "tls" {
  type = object({
    certificate_arn = string
    policy          = optional(string, "ELBSecurityPolicy-TLS13-1-2-2021-06")
    redirect_http   = optional(bool, true)
  })
}

variable "container" {
  type = object({
    image       = string
    port        = optional(number, 8080)
    cpu         = optional(number, 512)
    memory      = optional(number, 1024)
    environment = optional(map(string), {})
    secrets     = optional(map(string), {})
  })
}

variable "desired_count" {
  type    = number
  default = 2
}

variable "access_log_bucket" {
  type    = string
  default = null
}

variable "log_retention_days" {
  type    = number
  default = 400
}

variable "task_policies" {
  description = "What the application itself may do in AWS: name => policy document."
  type        = map(string)
  default     = {}
}

variable "tags" {
  type    = map(string)
  default = {}
}
