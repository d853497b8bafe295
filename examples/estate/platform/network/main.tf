terraform {
  required_version = ">= 1.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }

  backend "s3" {
    bucket = "minato-platform-tfstate"
    key    = "platform/network.tfstate"
    region = "ap-northeast-1"
  }
}

provider "aws" {
  region              = "ap-northeast-1"
  allowed_account_ids = ["123456789012"]

  default_tags {
    tags = local.tags
  }
}

locals {
  tags = {
    Owner       = "cloud-team"
    Environment = "shared"
    CostCenter  = "C100"
  }
}

# Ingress VPC: shared load balancers, VPN, mail relay. No machine of an application lives here.
module "vpc" {
  source = "../../modules/vpc"

  name                = "minato-shared"
  cidr_block          = var.shared_vpc.cidr_block
  zones               = var.shared_vpc.zones
  public_ip_on_launch = true
  single_nat_gateway  = false

  flow_logs = {
    retention_days = var.flow_log_retention_days
  }

  tags = local.tags
}

resource "aws_ec2_transit_gateway" "hub" {
  description                     = "minato hub"
  auto_accept_shared_attachments  = "disable"
  default_route_table_association = "enable"
  default_route_table_propagation = "enable"

  tags = { Name = "minato-hub" }
}

resource "aws_ec2_transit_gateway_vpc_attachment" "shared" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = module.vpc.vpc_id
  subnet_ids         = values(module.vpc.private_subnet_ids)

  tags = { Name = "minato-shared" }
}

resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "minato-offices"
  address_family = "IPv4"
  max_entries    = 10

  dynamic "entry" {
    for_each = var.office_networks

    content {
      cidr        = entry.value
      description = entry.key
    }
  }
}

resource "aws_security_group" "vpn" {
  name        = "minato-vpn"
  description = "Client VPN endpoint"
  vpc_id      = module.vpc.vpc_id

  ingress {
    description     = "VPN from the offices"
    protocol        = "udp"
    from_port       = 443
    to_port         = 443
    prefix_list_ids = [aws_ec2_managed_prefix_list.offices.id]
  }

  egress {
    description = "Into the company networks"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["10.0.0.0/8"]
  }

  tags = { Name = "minato-vpn" }
}
