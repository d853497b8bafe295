/** The shared modules of a synthetic estate: what root modules call with for_each. Texts are written for this bench. */
import { moduleChain } from './chain.ts';

/** Files of one module group, path relative to the group's folder. A group stands for one platform team's module library. */
export function sharedModules(): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ['bucket/main.tf', BUCKET],
    ['bucket/variables.tf', BUCKET_VARIABLES],
    ['service/main.tf', SERVICE],
    ['service/variables.tf', SERVICE_VARIABLES],
    ['database/main.tf', DATABASE],
    ['network/main.tf', NETWORK],
  ]);
  for (const [path, text] of moduleChain()) files.set(path, text);
  return files;
}

const BUCKET_VARIABLES = `variable "name" {
  description = "Bucket name"
  type        = string
}

variable "versioned" {
  type    = bool
  default = true
}

variable "public" {
  description = "Leaves the public access block open; websites only"
  type        = bool
  default     = false
}

variable "kms_key_arn" {
  type    = string
  default = null
}

variable "lifecycle_rules" {
  type = list(object({
    id              = string
    prefix          = optional(string, "")
    expiration_days = optional(number)
    transitions     = optional(list(object({ days = number, storage_class = string })), [])
  }))
  default = []
}

variable "reader_arns" {
  type    = list(string)
  default = []
}

variable "tags" {
  type    = map(string)
  default = {}
}
`;

const BUCKET = `locals {
  tags        = merge({ module = "bucket", name = var.name }, var.tags)
  has_readers = length(var.reader_arns) > 0
}

resource "aws_s3_bucket" "this" {
  bucket = lower(var.name)
  tags   = local.tags
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = !var.public
  block_public_policy     = !var.public
  ignore_public_acls      = !var.public
  restrict_public_buckets = !var.public
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
  versioning_configuration {
    status = var.versioned ? "Enabled" : "Suspended"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  count  = var.kms_key_arn == null ? 0 : 1
  bucket = aws_s3_bucket.this.id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.kms_key_arn
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count  = length(var.lifecycle_rules) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this.id

  dynamic "rule" {
    for_each = var.lifecycle_rules
    content {
      id     = rule.value.id
      status = "Enabled"
      filter {
        prefix = rule.value.prefix
      }
      dynamic "expiration" {
        for_each = rule.value.expiration_days == null ? [] : [rule.value.expiration_days]
        content {
          days = expiration.value
        }
      }
      dynamic "transition" {
        for_each = rule.value.transitions
        iterator = step
        content {
          days          = step.value.days
          storage_class = step.value.storage_class
        }
      }
    }
  }
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.this.arn, "\${aws_s3_bucket.this.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  dynamic "statement" {
    for_each = local.has_readers ? [var.reader_arns] : []
    content {
      sid       = "Readers"
      actions   = ["s3:GetObject", "s3:ListBucket"]
      resources = [aws_s3_bucket.this.arn, "\${aws_s3_bucket.this.arn}/*"]
      principals {
        type        = "AWS"
        identifiers = statement.value
      }
    }
  }
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = data.aws_iam_policy_document.this.json
}

output "arn" {
  value = aws_s3_bucket.this.arn
}

output "id" {
  value = aws_s3_bucket.this.id
}
`;

const SERVICE_VARIABLES = `variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "ports" {
  type    = map(object({ port = number, cidrs = list(string), protocol = optional(string, "tcp") }))
  default = {}
}

variable "memory_mb" {
  type    = number
  default = 512
}

variable "environment" {
  type    = map(string)
  default = {}
}

variable "log_retention_days" {
  type    = number
  default = 30
}

variable "allowed_actions" {
  type    = list(string)
  default = ["sqs:SendMessage"]
}

variable "target_arns" {
  type    = list(string)
  default = ["*"]
}

variable "tags" {
  type    = map(string)
  default = {}
}
`;

const SERVICE = `locals {
  function_name = "\${var.name}-worker"
  tags          = merge(var.tags, { service = var.name })
}

resource "aws_security_group" "this" {
  name        = var.name
  description = "Traffic of \${var.name}"
  vpc_id      = var.vpc_id
  tags        = local.tags

  dynamic "ingress" {
    for_each = var.ports
    content {
      description = ingress.key
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = ingress.value.protocol
      cidr_blocks = ingress.value.cidrs
    }
  }

  egress {
    description = "Anywhere"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "access" {
  statement {
    sid       = "Work"
    actions   = var.allowed_actions
    resources = var.target_arns
  }
  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["\${aws_cloudwatch_log_group.this.arn}:*"]
  }
}

resource "aws_iam_role" "this" {
  name               = local.function_name
  assume_role_policy = data.aws_iam_policy_document.trust.json
  tags               = local.tags
}

resource "aws_iam_role_policy" "this" {
  name   = "access"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.access.json
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/\${local.function_name}"
  retention_in_days = var.log_retention_days
  tags              = local.tags
}

resource "aws_lambda_function" "this" {
  function_name = local.function_name
  role          = aws_iam_role.this.arn
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  filename      = "\${path.module}/package.zip"
  memory_size   = var.memory_mb
  timeout       = 15
  tags          = local.tags

  dynamic "environment" {
    for_each = length(var.environment) > 0 ? [1] : []
    content {
      variables = var.environment
    }
  }

  tracing_config {
    mode = "Active"
  }
}

output "role_arn" {
  value = aws_iam_role.this.arn
}

output "security_group_id" {
  value = aws_security_group.this.id
}
`;

const DATABASE = `variable "name" {
  type = string
}

variable "settings" {
  type = object({
    instance_class      = string
    allocated_gb        = optional(number, 50)
    multi_az            = optional(bool, false)
    public              = optional(bool, false)
    encrypted           = optional(bool, true)
    backup_days         = optional(number, 7)
    deletion_protection = optional(bool, true)
  })
}

variable "subnet_ids" {
  type = list(string)
}

variable "vpc_id" {
  type = string
}

variable "client_cidrs" {
  type    = list(string)
  default = []
}

variable "tags" {
  type    = map(string)
  default = {}
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
  tags       = var.tags
}

resource "aws_security_group" "this" {
  name   = "\${var.name}-db"
  vpc_id = var.vpc_id
  tags   = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "clients" {
  for_each          = toset(var.client_cidrs)
  security_group_id = aws_security_group.this.id
  cidr_ipv4         = each.value
  from_port         = 5432
  to_port           = 5432
  ip_protocol       = "tcp"
}

resource "aws_db_instance" "this" {
  identifier              = var.name
  engine                  = "postgres"
  engine_version          = "16.4"
  instance_class          = var.settings.instance_class
  allocated_storage       = var.settings.allocated_gb
  multi_az                = var.settings.multi_az
  publicly_accessible     = var.settings.public
  storage_encrypted       = var.settings.encrypted
  backup_retention_period = var.settings.backup_days
  deletion_protection     = var.settings.deletion_protection
  db_subnet_group_name    = aws_db_subnet_group.this.name
  vpc_security_group_ids  = [aws_security_group.this.id]
  username                = "app"
  manage_master_user_password = true
  tags                    = var.tags
}

output "endpoint" {
  value = aws_db_instance.this.endpoint
}
`;

const NETWORK = `variable "name" {
  type = string
}

variable "cidr" {
  type = string
}

variable "zones" {
  type    = list(string)
  default = ["a", "c", "d"]
}

variable "region" {
  type = string
}

variable "flow_logs" {
  type    = bool
  default = true
}

variable "tags" {
  type    = map(string)
  default = {}
}

locals {
  subnets = merge(
    { for index, zone in var.zones : "public-\${zone}" => { zone = zone, cidr = cidrsubnet(var.cidr, 8, index), public = true } },
    { for index, zone in var.zones : "private-\${zone}" => { zone = zone, cidr = cidrsubnet(var.cidr, 8, index + 32), public = false } },
  )
  public_subnets = { for name, subnet in local.subnets : name => subnet if subnet.public }
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_hostnames = true
  tags                 = merge(var.tags, { Name = var.name })
}

resource "aws_subnet" "this" {
  for_each                = local.subnets
  vpc_id                  = aws_vpc.this.id
  cidr_block              = each.value.cidr
  availability_zone       = "\${var.region}\${each.value.zone}"
  map_public_ip_on_launch = each.value.public
  tags                    = merge(var.tags, { Name = "\${var.name}-\${each.key}" })
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.this.id
  }
}

resource "aws_route_table_association" "public" {
  for_each       = local.public_subnets
  subnet_id      = aws_subnet.this[each.key].id
  route_table_id = aws_route_table.public.id
}

resource "aws_flow_log" "this" {
  count                = var.flow_logs ? 1 : 0
  vpc_id               = aws_vpc.this.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::example-flow-logs"
}

output "vpc_id" {
  value = aws_vpc.this.id
}

output "private_subnet_ids" {
  value = [for name, subnet in aws_subnet.this : subnet.id if startswith(name, "private-")]
}
`;
