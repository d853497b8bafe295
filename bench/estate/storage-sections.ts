/** Sections about data: buckets, databases, tables, queues, keys, and the local tables that feed them. */
import type { SectionContext } from './section.ts';

export function bucketWithSatellites({ random, label, name }: SectionContext): string {
  const open = random.chance(0.2);
  const versioning = random.chance(0.7)
    ? `
resource "aws_s3_bucket_versioning" "${label}" {
  bucket = aws_s3_bucket.${label}.id
  versioning_configuration {
    status = var.versioning ? "Enabled" : "Suspended"
  }
}
`
    : '';
  return `resource "aws_s3_bucket" "${label}" {
  bucket        = "\${local.prefix}-${name}"
  force_destroy = ${random.chance(0.2)}
  tags          = merge(local.tags, { data = "${random.pick(['internal', 'personal', 'public'])}" })
}

resource "aws_s3_bucket_public_access_block" "${label}" {
  bucket                  = aws_s3_bucket.${label}.id
  block_public_acls       = ${!open}
  block_public_policy     = ${!open}
  ignore_public_acls      = var.block_public
  restrict_public_buckets = var.block_public
}

resource "aws_s3_bucket_server_side_encryption_configuration" "${label}" {
  bucket = aws_s3_bucket.${label}.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = local.kms_key_arn
    }
  }
}
${versioning}
resource "aws_s3_bucket_logging" "${label}" {
  bucket        = aws_s3_bucket.${label}.id
  target_bucket = var.log_bucket
  target_prefix = "\${var.environment}/${name}/"
}

resource "aws_s3_bucket_policy" "${label}" {
  bucket = aws_s3_bucket.${label}.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TeamRead"
        Effect    = "Allow"
        Principal = { AWS = ${open ? '"*"' : '"arn:aws:iam::${var.account_id}:root"'} }
        Action    = ["s3:GetObject"]
        Resource  = "\${aws_s3_bucket.${label}.arn}/*"
      },
    ]
  })
}
`;
}

export function bucketModules({ random, label, name, modules }: SectionContext): string {
  const keys = ['raw', 'clean', 'archive', 'exports', 'backup'].slice(0, random.int(2, 5));
  const entries = keys
    .map(
      (key) => `    ${key} = {
      versioned = ${random.chance(0.7)}
      rules = [
        { id = "${key}-expire", prefix = "${key}/", expiration_days = ${random.int(20, 900)} },
        { id = "${key}-cold", transitions = [{ days = ${random.int(31, 90)}, storage_class = "GLACIER" }] },
      ]
    }`,
    )
    .join('\n');
  return `locals {
  ${label}_buckets = {
${entries}
  }
}

module "${label}_buckets" {
  for_each = local.${label}_buckets
  source   = "${modules}/bucket"

  name            = "\${local.prefix}-${name}-\${each.key}"
  versioned       = each.value.versioned
  public          = ${random.chance(0.1)}
  kms_key_arn     = local.kms_key_arn
  lifecycle_rules = each.value.rules
  reader_arns     = var.reader_arns
  tags            = merge(local.tags, { kind = each.key })
}

output "${label}_bucket_arns" {
  value = { for key, bucket in module.${label}_buckets : key => bucket.arn }
}
`;
}

export function database({ random, label, name, modules }: SectionContext): string {
  return `module "${label}_db" {
  source = "${modules}/database"

  name = "\${local.prefix}-${name}"
  settings = {
    instance_class = var.environment == "prod" ? "db.r7g.large" : "db.t4g.medium"
    allocated_gb   = ${random.int(20, 900)}
    multi_az       = var.environment == "prod"
    public         = ${random.chance(0.15)}
    encrypted      = ${random.chance(0.8)}
    backup_days    = ${random.int(0, 30)}
  }
  subnet_ids   = module.network.private_subnet_ids
  vpc_id       = module.network.vpc_id
  client_cidrs = concat(var.allowed_cidrs, [var.vpc_cidr])
  tags         = local.tags
}

resource "aws_db_instance" "${label}_replica" {
  identifier          = "\${local.prefix}-${name}-replica"
  replicate_source_db = "\${local.prefix}-${name}"
  instance_class      = "db.t4g.medium"
  publicly_accessible = ${random.chance(0.1)}
  storage_encrypted   = var.encrypt_storage
  skip_final_snapshot = true
  tags                = local.tags
}
`;
}

export function tablesAndQueues({ random, label, name }: SectionContext): string {
  return `resource "aws_dynamodb_table" "${label}" {
  name         = "\${local.prefix}-${name}"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = ${random.chance(0.6)}
  }

  server_side_encryption {
    enabled     = var.encrypt_storage
    kms_key_arn = local.kms_key_arn
  }
  tags = local.tags
}

resource "aws_sqs_queue" "${label}" {
  for_each                   = toset(local.queue_names)
  name                       = "\${local.prefix}-${name}-\${each.key}"
  visibility_timeout_seconds = ${random.int(30, 300)}
  sqs_managed_sse_enabled    = ${random.chance(0.7)}
  redrive_policy = jsonencode({
    deadLetterTargetArn = "arn:aws:sqs:\${var.region}:\${var.account_id}:dead-\${each.key}"
    maxReceiveCount     = ${random.int(2, 9)}
  })
}

resource "aws_sns_topic" "${label}" {
  name              = "\${local.prefix}-${name}"
  kms_master_key_id = ${random.chance(0.6) ? 'local.kms_key_arn' : 'null'}
  tags              = local.tags
}
`;
}

export function keyAndSecret({ random, label, name }: SectionContext): string {
  return `resource "aws_kms_key" "${label}" {
  description             = "Key for ${name}"
  enable_key_rotation     = ${random.chance(0.7)}
  deletion_window_in_days = ${random.int(7, 30)}
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(local.key_administrators, [
      {
        Sid       = "Use"
        Effect    = "Allow"
        Principal = { AWS = [for arn in var.reader_arns : arn] }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
      },
    ])
  })
}

resource "aws_kms_alias" "${label}" {
  name          = "alias/\${local.prefix}-${name}"
  target_key_id = aws_kms_key.${label}.key_id
}

resource "aws_secretsmanager_secret" "${label}" {
  name                    = "\${local.prefix}/${name}"
  kms_key_id              = aws_kms_key.${label}.arn
  recovery_window_in_days = var.environment == "prod" ? 30 : 0
  tags                    = local.tags
}
`;
}

export function localTables({ random, label }: SectionContext): string {
  const rows = Array.from(
    { length: random.int(4, 12) },
    (_, index) =>
      `    row${index} = { weight = ${random.int(1, 99)}, zone = "\${var.region}${random.pick(['a', 'c', 'd'])}", enabled = ${random.chance(0.8)} }`,
  ).join('\n');
  return `locals {
  ${label}_table = {
${rows}
  }
  ${label}_enabled = { for key, row in local.${label}_table : key => row if row.enabled }
  ${label}_zones   = distinct([for row in local.${label}_enabled : row.zone])
  ${label}_weights = { for row in values(local.${label}_table) : row.zone => row.weight... }
  ${label}_name    = join("-", compact([var.environment, lower("${label}"), try(local.${label}_zones[0], "")]))
}

resource "aws_ssm_parameter" "${label}" {
  for_each = local.${label}_enabled
  name     = "/\${local.${label}_name}/\${each.key}"
  type     = "${random.pick(['String', 'SecureString'])}"
  value    = tostring(each.value.weight)
}
`;
}
