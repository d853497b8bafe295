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
    key    = "ec/production.tfstate"
    region = "ap-northeast-1"
  }
}

provider "aws" {
  region              = "ap-northeast-1"
  allowed_account_ids = [var.account_id]

  default_tags {
    tags = local.tags
  }
}

# CloudFront reads its certificates and its firewall from Virginia only.
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"

  default_tags {
    tags = local.tags
  }
}

data "terraform_remote_state" "dns" {
  backend = "s3"

  config = {
    bucket = "minato-platform-tfstate"
    key    = "platform/dns.tfstate"
    region = "ap-northeast-1"
  }
}

data "terraform_remote_state" "baseline" {
  backend = "s3"

  config = {
    bucket = "minato-platform-tfstate"
    key    = "platform/security-baseline.tfstate"
    region = "ap-northeast-1"
  }
}

locals {
  prefix = "minato-ec-${var.environment}"

  tags = {
    Owner       = "ec-platform"
    Environment = var.environment
    CostCenter  = "C210"
  }
}

module "vpc" {
  source = "../../modules/vpc"

  name                = local.prefix
  cidr_block          = var.network.cidr_block
  zones               = var.network.zones
  public_ip_on_launch = var.network.public_ip_on_launch
  single_nat_gateway  = false

  # CloudWatch Logs の料金が月 30 万円を超えたので、S3 出力に切り替えるまで停止 (EC-1204)
  flow_logs = { enabled = var.flow_logs_enabled }
}

module "storefront" {
  source = "../../modules/web-service"

  name = "minato-storefront"

  network = {
    vpc_id             = module.vpc.vpc_id
    public_subnet_ids  = values(module.vpc.public_subnet_ids)
    private_subnet_ids = values(module.vpc.private_subnet_ids)
  }

  tls = { certificate_arn = aws_acm_certificate.shop.arn }

  container = {
    image   = "${var.account_id}.dkr.ecr.ap-northeast-1.amazonaws.com/minato/storefront:${var.storefront_version}"
    cpu     = 1024
    memory  = 2048
    secrets = { DB_SECRET = module.orders_database.secret_arn }

    environment = {
      DB_HOST   = module.orders_database.endpoint
      LOG_LEVEL = "info"
    }
  }

  desired_count     = var.storefront_tasks
  access_log_bucket = var.access_log_bucket
  task_policies     = { storefront = data.aws_iam_policy_document.storefront.json }
}

data "aws_iam_policy_document" "storefront" {
  statement {
    sid       = "OrderDocuments"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${module.bucket_order_documents.arn}/*"]
  }

  statement {
    sid       = "Queues"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.this["orders"].arn]
  }
}

resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.minato-foods.example.com"
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

module "orders_database" {
  source = "../../modules/database"

  identifier = "minato-orders"

  network = {
    vpc_id                 = module.vpc.vpc_id
    subnet_ids             = values(module.vpc.private_subnet_ids)
    client_security_groups = { storefront = module.storefront.task_security_group_id }
  }

  options = {
    instance_class        = "db.r7g.xlarge"
    allocated_storage_gib = 500
    backup_retention_days = 35
    kms_key_arn           = data.terraform_remote_state.baseline.outputs.data_key_arn
  }

  tags = { Backup = "daily", DataClass = "personal" }
}
