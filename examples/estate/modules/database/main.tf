terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.60, < 7.0"
    }
  }
}

locals {
  major  = split(".", var.options.engine_version)[0]
  family = "postgres${local.major}"

  parameters = merge(
    {
      log_connections    = "1"
      log_disconnections = "1"
    },
    { "rds.force_ssl" = var.options.require_tls ? "1" : "0" },
  )
}

resource "aws_db_subnet_group" "this" {
  name       = "${var.identifier}-subnets"
  subnet_ids = var.network.subnet_ids
  tags       = var.tags
}

resource "aws_db_parameter_group" "this" {
  name   = "${var.identifier}-${local.family}"
  family = local.family

  dynamic "parameter" {
    for_each = local.parameters

    content {
      name  = parameter.key
      value = parameter.value
    }
  }

  tags = var.tags
}

resource "aws_security_group" "this" {
  name        = "${var.identifier}-db"
  description = "PostgreSQL clients of ${var.identifier}"
  vpc_id      = var.network.vpc_id
  tags        = merge(var.tags, { Name = "${var.identifier}-db" })
}

resource "aws_security_group_rule" "from_groups" {
  for_each = var.network.client_security_groups

  type                     = "ingress"
  description              = "PostgreSQL from ${each.key}"
  protocol                 = "tcp"
  from_port                = 5432
  to_port                  = 5432
  source_security_group_id = each.value
  security_group_id        = aws_security_group.this.id
}

resource "aws_security_group_rule" "from_cidrs" {
  count = length(var.network.client_cidrs) > 0 ? 1 : 0

  type              = "ingress"
  description       = "PostgreSQL from listed networks"
  protocol          = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_blocks       = var.network.client_cidrs
  security_group_id = aws_security_group.this.id
}

resource "aws_db_instance" "this" {
  identifier     = var.identifier
  engine         = "postgres"
  engine_version = var.options.engine_version
  instance_class = var.options.instance_class

  allocated_storage = var.options.allocated_storage_gib
  storage_type      = "gp3"
  storage_encrypted = var.options.storage_encrypted
  kms_key_id        = var.options.kms_key_arn

  db_name                             = replace(var.identifier, "-", "_")
  username                            = var.username
  password                            = var.password
  manage_master_user_password         = var.password == null ? true : null
  iam_database_authentication_enabled = true

  db_subnet_group_name   = aws_db_subnet_group.this.name
  parameter_group_name   = aws_db_parameter_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  publicly_accessible    = var.options.publicly_accessible
  multi_az               = var.options.multi_az

  backup_retention_period    = var.options.backup_retention_days
  deletion_protection        = var.options.deletion_protection
  auto_minor_version_upgrade = var.options.auto_minor_upgrade
  copy_tags_to_snapshot      = true
  skip_final_snapshot        = false
  final_snapshot_identifier  = "${var.identifier}-final"

  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
  performance_insights_enabled    = true

  tags = var.tags
}
