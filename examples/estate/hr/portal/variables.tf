variable "zones" {
  type = map(object({
    public_cidr  = optional(string)
    private_cidr = string
  }))
  default = {
    a = { public_cidr = "10.50.0.0/24", private_cidr = "10.50.16.0/20" }
    c = { private_cidr = "10.50.32.0/20" }
  }
}

variable "office_networks" {
  type    = list(string)
  default = ["203.0.113.0/28", "203.0.113.64/28"]
}

variable "contractor_networks" {
  description = "Kept by the HR department, not in the repository."
  type        = list(string)
}
