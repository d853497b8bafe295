shared_vpc = {
  cidr_block = "10.0.0.0/16"
  zones = {
    a = { public_cidr = "10.0.0.0/24", private_cidr = "10.0.16.0/20" }
    c = { public_cidr = "10.0.1.0/24", private_cidr = "10.0.32.0/20" }
  }
}

office_networks = {
  "head-office-minato-ku" = "203.0.113.0/28"
  "kawasaki-warehouse"    = "203.0.113.64/28"
}
