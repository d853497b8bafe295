variable "kubernetes_version" {
  type    = string
  default = "1.28" # 1.29 で PodSecurityPolicy 代替の検証が終わっていない (DATA-141)
}

variable "gpu_ami" {
  description = "Image of the GPU workers; given by the image pipeline."
  type        = string
}

variable "partner_cidr" {
  description = "Network of the analysis partner; in the contract, not in the repository."
  type        = string
}
