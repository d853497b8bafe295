variable "aliases" {
  description = "Host name below the zone => where it points."
  type = map(object({
    target = string
    ttl    = optional(number, 300)
  }))
}
