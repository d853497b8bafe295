/** A chain of modules, each calling the next with for_each: the shape that takes other scanners hours (checkov #7524). */

/** `chain/level-1/main.tf` … `chain/level-8/main.tf`; the last level creates a bucket and a queue for each shard. */
export function moduleChain(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (let level = 1; level < CHAIN_DEPTH; level++) files.set(`chain/level-${level}/main.tf`, chainLevel(level));
  files.set(`chain/level-${CHAIN_DEPTH}/main.tf`, CHAIN_LEAF);
  return files;
}

const CHAIN_DEPTH = 8;
/** How many shards one shard becomes at each level: 2 x 2 x 2 = 8 leaves for each shard at the top. */
const FAN_OUT = [2, 1, 2, 1, 2, 1, 1];

function chainLevel(level: number): string {
  const suffixes = FAN_OUT[level - 1] === 2 ? '["a", "b"]' : '["a"]';
  return `variable "shards" {
  description = "Shards handled below this level"
  type = map(object({
    retention_days = number
    replicas       = optional(number, 2)
    storage_class  = optional(string)
  }))
}

variable "tags" {
  type    = map(string)
  default = {}
}

locals {
  suffixes = ${suffixes}
  active   = { for name, shard in var.shards : name => shard if shard.replicas > 0 }
}

module "next" {
  for_each = local.active
  source   = "../level-${level + 1}"

  shards = {
    for suffix in local.suffixes : "\${each.key}${level}\${suffix}" => merge(each.value, {
      replicas = each.value.replicas + ${level % 2}
    })
  }
  tags = merge(var.tags, { level${level} = each.key })
}

output "bucket_arns" {
  value = flatten([for part in module.next : part.bucket_arns])
}
`;
}

const CHAIN_LEAF = `variable "shards" {
  type = map(object({
    retention_days = number
    replicas       = optional(number, 2)
    storage_class  = optional(string, "STANDARD_IA")
  }))
}

variable "tags" {
  type    = map(string)
  default = {}
}

resource "aws_s3_bucket" "shard" {
  for_each = var.shards
  bucket   = "example-shard-\${each.key}"
  tags     = merge(var.tags, { replicas = tostring(each.value.replicas) })
}

resource "aws_s3_bucket_public_access_block" "shard" {
  for_each                = aws_s3_bucket.shard
  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_sqs_queue" "shard" {
  for_each                  = var.shards
  name                      = "shard-\${each.key}"
  message_retention_seconds = each.value.retention_days * 86400
  kms_master_key_id         = "alias/shards"
  tags                      = var.tags
}

output "bucket_arns" {
  value = [for bucket in aws_s3_bucket.shard : bucket.arn]
}
`;
