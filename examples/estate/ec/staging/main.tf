terraform {
  required_version = ">= 1.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "ap-northeast-1"

  default_tags {
    tags = {
      Owner       = "ec-platform"
      Environment = "staging"
      CostCenter  = "C210"
    }
  }
}

locals {
  prefix = "minato-ec-staging"
}

module "vpc" {
  source = "../../modules/vpc"

  name       = local.prefix
  cidr_block = "10.30.0.0/16"

  zones = {
    a = { public_cidr = "10.30.0.0/24", private_cidr = "10.30.16.0/20" }
    c = { public_cidr = "10.30.1.0/24", private_cidr = "10.30.32.0/20" }
  }

  close_default_security_group = false
}

# とりあえず VPC 内は全部通す。default を付けっぱなしのタスクがあるため
resource "aws_default_security_group" "staging" {
  vpc_id = module.vpc.vpc_id

  ingress {
    description = "anything inside"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["10.0.0.0/8"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

module "storefront" {
  source = "../../modules/web-service"

  name = "minato-storefront-stg"

  network = {
    vpc_id             = module.vpc.vpc_id
    public_subnet_ids  = values(module.vpc.public_subnet_ids)
    private_subnet_ids = values(module.vpc.private_subnet_ids)
  }

  tls = {
    certificate_arn = var.certificate_arn
    # 検証用の Android 6 端末のため
    policy        = "ELBSecurityPolicy-TLS-1-0-2015-04"
    redirect_http = false
  }

  container = {
    image = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/minato/storefront:develop"

    environment = {
      DB_HOST     = "orders-stg.db.minato-foods.example.com"
      DB_PASSWORD = var.db_password
      LOG_LEVEL   = "debug"
    }
  }

  desired_count      = 1
  log_retention_days = 30
}

module "orders_database" {
  source = "../../modules/database"

  identifier = "minato-orders-stg"
  password   = var.db_password

  network = {
    vpc_id       = module.vpc.vpc_id
    subnet_ids   = values(module.vpc.public_subnet_ids)
    client_cidrs = var.database_clients
  }

  options = var.database_options

  # 本番から匿名化せずにコピーした注文データが入っている (2026-05, EC-1333)
  tags = { Environment = "staging", DataClass = "personal" }
}

resource "aws_vpc_security_group_ingress_rule" "database_ipv6" {
  security_group_id = module.orders_database.security_group_id
  description       = "remote work (IPv6)"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_ipv6         = "::/0"
}
