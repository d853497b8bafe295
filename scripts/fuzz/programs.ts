/** Whole configurations for the evaluator: random, but everything in them refers to everything else. */
import type { Random } from '../../bench/estate/random.ts';

export type Files = ReadonlyMap<string, string>;

/** The language's function names, from its public documentation. */
const FUNCTIONS =
  'abs abspath alltrue anytrue base64decode base64encode base64gzip base64sha256 base64sha512 basename bcrypt can ceil chomp chunklist cidrhost cidrnetmask cidrsubnet cidrsubnets coalesce coalescelist compact concat contains csvdecode dirname distinct element endswith ephemeralasnull file filebase64 filebase64sha256 filebase64sha512 fileexists filemd5 fileset filesha1 filesha256 filesha512 flatten floor format formatdate formatlist indent index issensitive join jsondecode jsonencode keys length list log lookup lower map matchkeys max md5 merge min nonsensitive one parseint pathexpand plantimestamp pow range regex regexall replace reverse rsadecrypt sensitive setintersection setproduct setsubtract setunion sha1 sha256 sha512 signum slice sort split startswith strcontains strrev substr sum templatefile templatestring textdecodebase64 textencodebase64 timeadd timecmp timestamp title tobool tolist tomap tonumber toset tostring transpose trim trimprefix trimspace trimsuffix try type upper urlencode uuid uuidv5 values yamldecode yamlencode zipmap'.split(
    ' ',
  );

const LEAVES = [
  '0',
  '1',
  '-1',
  '2.5',
  '1e300',
  '9007199254740993',
  'true',
  'null',
  '""',
  '"a"',
  '"orders-bucket"',
  '"10.0.0.0/8"',
  '"2001:db8::/32"',
  '"%s-%05d %q %v %%"',
  '"(a+)+$"',
  '"[[:alpha:]](?P<x>.)"',
  '"{\\"a\\": [1, {}]}"',
  '"- a: &x 1\\n- *x"',
  '"2027-01-31T00:00:00Z"',
  '"YYYY-MM-DD\'T\'hh"',
  '"9h30m"',
  '"é😀"',
  '"../../../etc/passwd"',
  '"part/main.tf"',
  '"a,b\\n1,2"',
  '[]',
  '{}',
  '[1, "a", null]',
  '{ a = 1, b = [2] }',
  '["b", "a", "a"]',
  'path.module',
  'terraform.workspace',
  'each.key',
  'each.value',
  'count.index',
  'self.id',
] as const;

const REFERENCES = [
  'local.l0',
  'local.l1',
  'local.l2',
  'local.l3',
  'var.v0',
  'var.v1',
  'var.v2',
  'var.missing',
  'aws_s3_bucket.r0',
  'aws_security_group.r1.arn',
  'aws_s3_bucket.r0[0].bucket',
  'aws_security_group.r1["a"]',
  'aws_s3_bucket.r0[*].id',
  'data.aws_iam_policy_document.d.json',
  'module.m0',
  'module.m0.out',
  'module.m0["a"].out',
  'module.m0[*].out',
  'data.aws_caller_identity.me.account_id',
] as const;

/** An expression at most `depth` deep; `bound` are names a for-expression around it has bound. */
function expression(random: Random, depth: number, bound: readonly string[] = []): string {
  if (depth <= 0 || random.chance(0.2)) {
    if (bound.length > 0 && random.chance(0.4)) return random.pick(bound);
    return random.chance(0.5) ? random.pick(LEAVES) : random.pick(REFERENCES);
  }
  const inner = (): string => expression(random, depth - 1, bound);
  switch (random.int(0, 11)) {
    case 0:
      return `[${Array.from({ length: random.int(0, 3) }, inner).join(', ')}]`;
    case 1:
      return `{ a = ${inner()}, (${inner()}) = ${inner()} }`;
    case 2:
      return `(${inner()} ${random.pick(['+', '-', '*', '/', '%', '==', '!=', '<', '>', '&&', '||'])} ${inner()})`;
    case 3:
      return `(${inner()} ? ${inner()} : ${inner()})`;
    case 4:
      return `[for k, v in ${inner()} : ${expression(random, depth - 1, ['k', 'v', 'v.a', 'k[0]'])}${random.chance(0.3) ? ` if ${inner()}` : ''}]`;
    case 5:
      return `{ for k, v in ${inner()} : ${expression(random, depth - 1, ['k', '"${k}"'])} => ${expression(random, depth - 1, ['k', 'v'])}${random.chance(0.3) ? '...' : ''} }`;
    case 6:
      return `"x\${${inner()}}%{ if ${inner()} }y%{ else }\${${inner()}}%{ endif }"`;
    case 7:
      return `(${inner()})${random.pick(['[0]', '.a', '[*]', '[*].a', '.*.b', '["a"]', '[-1]', '[1.5]'])}`;
    case 8:
      return `${random.pick(['-', '!'])}(${inner()})`;
    default:
      return `${random.pick(FUNCTIONS)}(${Array.from({ length: random.int(0, 4) }, inner).join(', ')}${random.chance(0.05) ? '...' : ''})`;
  }
}

const TYPES = [
  'any',
  'string',
  'number',
  'list(string)',
  'map(object({ a = optional(number, 1) }))',
  'set(any)',
  'tuple([string, bool])',
  'object({})',
  'banana',
  'list(',
  'optional(string)',
] as const;

const META = ['', '', 'count = 2\n', 'for_each = toset(["a", "b"])\n'] as const;

/** A root with locals, variables, resources, a document and a module that all refer to one another, cycles included. */
export function program(random: Random): Files {
  const files = new Map([
    ['main.tf', `${declarations(random)}${resources(random)}`],
    ['part/main.tf', part(random)],
    ['terraform.tfvars', `v0 = ${some(random, 1)}\nv2 = ${random.pick(LEAVES)}\nunknown = 1\n`],
  ]);
  if (random.chance(0.2))
    files.set(
      'main_override.tf',
      `locals {\n  l0 = ${some(random, 1)}\n}\nresource "aws_s3_bucket" "r0" {\n  bucket = ${some(random, 1)}\n}\n`,
    );
  return files;
}

function some(random: Random, depth: number): string {
  return expression(random, random.int(0, depth));
}

/** `count`, `for_each` or neither. */
function meta(random: Random): string {
  if (random.chance(0.6)) return random.pick(META);
  return `${random.pick(['count', 'for_each'])} = ${some(random, 2)}\n`;
}

function declarations(random: Random): string {
  return `
variable "v0" {
  default = ${random.pick(LEAVES)}
}
variable "v1" {
  type    = ${random.pick(TYPES)}
  default = ${some(random, 1)}
}
variable "v2" {
  type      = ${random.pick(TYPES)}
  sensitive = true
}
locals {
  l0 = ${some(random, 3)}
  l1 = ${some(random, 3)}
  l2 = ${some(random, 3)}
  l3 = ${some(random, 3)}
}
`;
}

function resources(random: Random): string {
  return `
resource "aws_s3_bucket" "r0" {
  ${meta(random)}bucket = ${some(random, 3)}
  tags = ${some(random, 3)}
}
resource "aws_security_group" "r1" {
  ${meta(random)}name = ${some(random, 2)}
  dynamic "ingress" {
    for_each = ${some(random, 2)}
    ${random.chance(0.3) ? 'iterator = it' : ''}
    content {
      from_port   = ingress.value
      cidr_blocks = ${expression(random, 2, ['ingress.value', 'ingress.key', 'it.value'])}
    }
  }
}
resource "aws_s3_bucket_policy" "p" {
  bucket = aws_s3_bucket.r0.id
  policy = ${some(random, 2)}
}
data "aws_iam_policy_document" "d" {
  source_policy_documents = ${some(random, 2)}
  statement {
    actions   = ${some(random, 2)}
    resources = [${some(random, 1)}]
  }
}
module "m0" {
  source = "${random.pick(['./part', './part', '.', './missing', 'hashicorp/x/aws', '../..'])}"
  ${meta(random)}in = ${some(random, 2)}
}
output "o" {
  value = ${some(random, 2)}
}
`;
}

function part(random: Random): string {
  return `
variable "in" {
  type = ${random.pick(TYPES)}
}
resource "aws_sqs_queue" "q" {
  ${meta(random)}name = ${random.pick(['var.in', '"q-${var.in}"', 'var.in.a', 'var.in[0]', some(random, 2)])}
}
module "deeper" {
  source = "${random.pick(['./deeper', '../part', '..', '.'])}"
  in     = var.in
}
output "out" {
  value = ${random.pick(['var.in', 'aws_sqs_queue.q.arn', 'module.deeper.out', some(random, 2)])}
}
`;
}
