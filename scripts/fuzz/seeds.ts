/** Texts the byte and token mutations start from: every piece of HCL and JSON syntax once, the checks' examples, and examples/estate when present. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks } from '../../packages/content/src/index.ts';
import type { ReaderName } from '../../packages/model/src/index.ts';

const ESTATE = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'examples/estate');

/** Native syntax seeds, the inline ones first. Reads examples/estate once. */
export function nativeSeeds(): readonly string[] {
  return [...NATIVE, ...exampleTexts('terraform'), ...estateFiles()];
}

const examples = new Map<ReaderName, readonly string[]>();

/** The examples of the checks in one format: small, and each reaches a reader and a verdict. Collected once. */
export function exampleTexts(format: ReaderName): readonly string[] {
  const known = examples.get(format);
  if (known) return known;
  const codes = checks.flatMap(({ check }) => check.examples.map(({ sources }) => sources[format] ?? {}));
  const texts = codes.flatMap((code) => (typeof code === 'string' ? [code] : Object.values(code)));
  examples.set(format, texts);
  return texts;
}

function estateFiles(): readonly string[] {
  if (!existsSync(ESTATE)) return [];
  const names = readdirSync(ESTATE, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(tf|tfvars)$/.test(name));
  return names.sort().map((name) => readFileSync(join(ESTATE, name), 'utf8'));
}

const NATIVE: readonly string[] = [
  `variable "cidrs" {
  type        = map(list(string))
  description = "Who may connect"
  default     = { office = ["198.51.100.0/24"], "vpn" : ["2001:db8::/32",] }
  sensitive   = false
  validation {
    condition     = alltrue([for name, list in var.cidrs : length(list) > 0 && can(regex("^[a-z]+$", name))])
    error_message = "Each needs a range."
  }
}
`,
  `locals {
  a = 1 + 2 * -3 / 4 % 5 - (6)
  b = !true || false && 1 <= 2 && 3 != 4 || "x" == "y"
  c = local.a > 0 ? "many" : null
  d = [1, 2.5e10, -0.1, "three", true, null, [], {}]
  e = { a = 1, "b" = 2, (local.c) = 3, 4 : "four", d = { nested = [local.a] } }
  f = local.d[0]
  g = local.e.d.nested.0
  h = local.d[*]
  i = aws_instance.web[*].network_interface.0.addresses
  j = aws_instance.web.*.id
  k = [for index, item in local.d : "\${index}-\${item}" if item != null]
  l = { for key, value in local.e : upper(key) => value... if can(tostring(value)) }
  m = merge(local.e, { z = try(local.e.z, "none") }, [{}]...)
}
`,
  `locals {
  plain    = "quote \\" slash \\\\ newline \\n tab \\t unicode \\u00e9 \\U0001F600 dollar $\${not} percent %%{not}"
  template = "a\${local.x}b\${~ local.y ~}c%{ if local.z }yes%{ else }no%{ endif }d%{ for i in [1, 2] ~} \${i} %{~ endfor }"
  heredoc  = <<EOT
line one \${var.name}
  line two %{ if true ~}
  kept
  %{~ else ~}
  other
  %{ endif ~}
EOT
  indented = <<-"EOT"
    deep
      deeper \${jsonencode({ a = [1, "b"] })}
    EOT
}
`,
  `# comment
// another
/* block
   comment */
resource "aws_security_group" "web" {
  count = var.enabled ? 1 : 0 # kumomori:ignore aws-ec2-open-ssh until=2027-01-01 reason="test"
  name  = "web-\${count.index}"
  dynamic "ingress" {
    for_each = var.cidrs
    iterator = rule
    labels   = []
    content {
      from_port   = 22
      to_port     = 22
      protocol    = "tcp"
      cidr_blocks = rule.value
      dynamic "nested" {
        for_each = toset(rule.value)
        content { key = nested.key }
      }
    }
  }
  lifecycle { ignore_changes = [tags, ingress[0].from_port] }
}
`,
  `resource "aws_s3_bucket" "logs" {
  for_each = toset(["a", "b"])
  bucket   = "logs-\${each.key}"
  provider = aws.tokyo
  tags     = { Name = each.value, "kubernetes.io/x" = "y" }
  timeouts { create = "5m" }
}
data "aws_iam_policy_document" "logs" {
  for_each                = aws_s3_bucket.logs
  source_policy_documents = [jsonencode({ Version = "2012-10-17", Statement = [] })]
  statement {
    sid = "Read"
    actions = ["s3:GetObject"]
    resources = ["\${each.value.arn}/*"]
    principals {
      type = "AWS"
      identifiers = ["*"]
    }
    condition {
      test = "IpAddress"
      variable = "aws:SourceIp"
      values = ["192.0.2.0/24"]
    }
  }
}
resource "aws_s3_bucket_policy" "logs" {
  for_each = aws_s3_bucket.logs
  bucket = each.value.id
  policy = data.aws_iam_policy_document.logs[each.key].json
}
output "arns" { value = values(aws_s3_bucket.logs)[*].arn }
`,
  `terraform {
  required_version = ">= 1.5"
  required_providers { aws = { source = "hashicorp/aws", version = "~> 5.0" } }
  backend "s3" { bucket = "example-state" }
}
provider "aws" {
  alias  = "tokyo"
  region = "ap-northeast-1"
}
module "part" {
  source    = "./part"
  for_each  = { east = 1, west = 2 }
  name      = each.key
  providers = { aws = aws.tokyo }
}
moved {
  from = aws_instance.a
  to   = aws_instance.b
}
import {
  to = aws_s3_bucket.logs["a"]
  id = "logs-a"
}
check "health" {
  assert {
    condition     = module.part["east"].ok
    error_message = "not well"
  }
}
removed { from = aws_instance.c }
`,
  `cidrs = { office = ["192.0.2.0/24"] }
enabled = true
name = "orders"
`,
];

/** JSON seeds: configuration syntax and a few documents that only look like it. */
export const JSON_SEEDS: readonly string[] = [
  `{"variable":{"name":{"type":"string","default":"orders"}},
"locals":{"a":"\${var.name}-x","b":[1,2.5,true,null,{"c":"%{ if true }y%{ endif }"}]},
"resource":{"aws_s3_bucket":{"logs":{"bucket":"\${local.a}","tags":{"Name":"\${upper(\\"x\\")}"},"count":2}},
"aws_security_group":{"web":[{"ingress":[{"from_port":22,"to_port":22,"protocol":"tcp","cidr_blocks":["0.0.0.0/0"]}]}]}},
"output":{"arn":{"value":"\${aws_s3_bucket.logs[0].arn}"}}}`,
  `{"//":"comment","module":{"part":{"source":"./part","for_each":"\${toset([\\"a\\"])}"}},"resource":[{"aws_instance":{"web":{"ami":"ami-1","dynamic":{"ebs_block_device":{"for_each":[1,2],"content":{"volume_size":"\${ebs_block_device.value}"}}}}}}]}`,
  `{"data":{"aws_iam_policy_document":{"d":{"statement":[{"actions":["*"],"resources":["*"]},{"effect":"Deny","not_actions":["s3:*"],"resources":["*"]}]}}},"terraform":{"required_version":">= 1"},"provider":{"aws":[{"region":"eu-central-1"},{"alias":"x"}]}}`,
];

/** A kumomori.yaml with every section. */
export const CONFIG_SEED = `# reviewed every quarter
version: 1
failOn: medium
include: ["infra/**"]
exclude: [ "**/examples/**", 'vendor/*' ]
checks: &names
  select: [aws-s3-*, "severity:low"]
  skip: [CKV_AWS_21]
severity:
  aws-s3-bucket-public-access-block: low
parameters:
  aws-logs-group-retention: { days: 30 }
terraform:
  varFiles: [prod.tfvars]
  variables: { acl: private, count: 3, enabled: true }
  workspace: prod
exceptions:
  - checks: ["*"]
    resources: ["module.logs.*"]
    tags: { Environment: "prod*" }
    reason: |
      rebuilt every night
    owner: cloud-team@example.com
    expires: 2027-03-31
`;
