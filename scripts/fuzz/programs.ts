/** Whole configurations for the evaluator: random but connected programs, and the bombs that must end in a diagnostic. */
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
  'aws_s3_bucket.r1.arn',
  'aws_s3_bucket.r0[0].bucket',
  'aws_s3_bucket.r1["a"]',
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

/** A root with locals, variables, resources, a document and a module that all refer to one another, cycles included. */
export function program(random: Random): Files {
  const e = (depth = 3): string => expression(random, random.int(0, depth));
  const meta = (): string =>
    random.pick(['', '', `count = ${e(2)}\n`, 'count = 2\n', `for_each = ${e(2)}\n`, 'for_each = toset(["a", "b"])\n']);
  const types = [
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
  ];
  const main = `
variable "v0" { default = ${random.pick(LEAVES)} }
variable "v1" {
  type = ${random.pick(types)}
  default = ${e(1)}
}
variable "v2" {
  type = ${random.pick(types)}
  sensitive = true
}
locals {
  l0 = ${e()}
  l1 = ${e()}
  l2 = ${e()}
  l3 = ${e()}
}
resource "aws_s3_bucket" "r0" {
  ${meta()}bucket = ${e()}
  tags = ${e()}
}
resource "aws_s3_bucket" "r1" {
  ${meta()}bucket = ${e(2)}
  dynamic "ingress" {
    for_each = ${e(2)}
    ${random.chance(0.3) ? 'iterator = it' : ''}
    content {
      from_port = ingress.value
      cidr_blocks = ${expression(random, 2, ['ingress.value', 'ingress.key', 'it.value'])}
    }
  }
}
resource "aws_s3_bucket_policy" "p" {
  bucket = aws_s3_bucket.r0.id
  policy = ${e(2)}
}
data "aws_iam_policy_document" "d" {
  source_policy_documents = ${e(2)}
  statement {
    actions = ${e(2)}
    resources = [${e(1)}]
  }
}
module "m0" {
  source = "${random.pick(['./part', './part', '.', './missing', 'hashicorp/x/aws', '../..'])}"
  ${meta()}in = ${e(2)}
}
output "o" { value = ${e(2)} }
`;
  const part = `
variable "in" {
  type = ${random.pick(types)}
}
resource "aws_sqs_queue" "q" {
  ${meta()}name = ${random.pick(['var.in', '"q-${var.in}"', 'var.in.a', 'var.in[0]', e(2)])}
}
module "deeper" {
  source = "${random.pick(['./deeper', '../part', '..', '.'])}"
  in = var.in
}
output "out" { value = ${random.pick(['var.in', 'aws_sqs_queue.q.arn', 'module.deeper.out', e(2)])} }
`;
  return new Map([
    ['main.tf', main],
    ['part/main.tf', part],
    ['terraform.tfvars', `v0 = ${e(1)}\nv2 = ${random.pick(LEAVES)}\nunknown = 1\n`],
    ...(random.chance(0.2)
      ? ([['main_override.tf', `locals { l0 = ${e(1)} }\nresource "aws_s3_bucket" "r0" { bucket = ${e(1)} }\n`]] as const)
      : []),
  ]);
}

/** Inputs that grow without bound in a naive evaluator; each must end quickly and with a diagnostic or an unknown. */
export function bomb(random: Random): Files {
  const size = random.pick([1000, 30_000, 1_000_000]);
  const depth = random.pick([40, 300, 5000]);
  const single = (text: string): Files => new Map([['main.tf', text]]);
  const doubling = (seed: string, step: (before: string) => string): string =>
    `locals {\n  x0 = ${seed}\n${Array.from({ length: 40 }, (_, index) => `  x${index + 1} = ${step(`local.x${index}`)}`).join('\n')}\n}\nresource "aws_s3_bucket" "b" { bucket = local.x40 }\n`;
  const makers: readonly (() => Files)[] = [
    () => single(`resource "aws_s3_bucket" "b" { count = ${size * 1000} }`),
    () => single(`resource "aws_s3_bucket" "b" {\n  for_each = toset([for i in range(${size}) : tostring(i)])\n  bucket = each.key\n}`),
    () =>
      single(
        `locals { n = length([for i in range(${size}) : [for j in range(${size}) : i * j]]) }\noutput "n" { value = local.n }\nresource "aws_s3_bucket" "b" { bucket = local.n }`,
      ),
    () => single(`resource "aws_s3_bucket" "b" { bucket = sum(range(${size})) }`),
    () => single(doubling('"x"', (before) => `"\${${before}}\${${before}}"`)),
    () => single(doubling('[1]', (before) => `concat(${before}, ${before})`)),
    () => single(doubling('[1]', (before) => `[${before}, ${before}]`)),
    () => single(doubling('{ a = 1 }', (before) => `jsonencode([${before}, ${before}])`)),
    () => single(doubling('["a", "b"]', (before) => `setproduct(${before}, ${before})`)),
    () => single(doubling('"a"', (before) => `replace(${before}, "a", "aa")`)),
    () => single(doubling('"%s"', (before) => `format("%s%1000000s", ${before}, ${before})`)),
    () => single(`resource "aws_s3_bucket" "b" { bucket = ${'['.repeat(depth)}1${']'.repeat(depth)} }`),
    () => single(`resource "aws_s3_bucket" "b" { bucket = ${'('.repeat(depth)}1${')'.repeat(depth)} }`),
    () => single(`resource "aws_s3_bucket" "b" { bucket = ${'"${'.repeat(depth)}1${'}"'.repeat(depth)} }`),
    () => single(`resource "aws_s3_bucket" "b" { bucket = ${'-'.repeat(depth)}1 }`),
    () => single(`resource "aws_s3_bucket" "b" { bucket = ${'true ? 1 : '.repeat(depth)}1 }`),
    () => single(`resource "aws_s3_bucket" "b" { bucket = local${'.a'.repeat(depth)} }\nlocals { a = 1${' + 1'.repeat(depth)} }`),
    () => single(`resource "aws_s3_bucket" "b" ${'{ x '.repeat(depth)}${'}'.repeat(depth)}`),
    () =>
      single(
        `locals {\n${Array.from({ length: depth }, (_, index) => `  a${index} = local.a${index + 1}`).join('\n')}\n}\nresource "aws_s3_bucket" "b" { bucket = local.a0 }`,
      ),
    () =>
      single(
        `locals {\n${Array.from({ length: depth }, (_, index) => `  a${index} = local.a${(index + 1) % depth}`).join('\n')}\n}\nresource "aws_s3_bucket" "b" { bucket = local.a0 }`,
      ),
    () =>
      single(
        `locals { s = "${'a'.repeat(30)}!" }\nresource "aws_s3_bucket" "b" { bucket = regexall("(a+)+$", local.s) }\noutput "r" { value = regex("(a|a?)+b", local.s) }`,
      ),
    () =>
      single(
        `resource "aws_s3_bucket" "b" {\n  dynamic "x" {\n    for_each = range(${size})\n    content {\n      dynamic "y" {\n        for_each = range(${size})\n        content { v = y.value }\n      }\n    }\n  }\n}`,
      ),
    () => new Map([['main.tf', 'module "self" {\n  source = "."\n  count = 2\n}\nresource "aws_s3_bucket" "b" {}']]),
    () =>
      new Map([
        ['main.tf', 'module "a" { source = "./a" }'],
        ['a/main.tf', 'module "b" {\n  source = "../b"\n  for_each = toset(["x", "y"])\n}'],
        ['b/main.tf', 'module "a" {\n  source = "../a"\n  count = 3\n}\nresource "aws_s3_bucket" "b" {}'],
      ]),
    () =>
      new Map(
        Array.from({ length: 30 }, (_, index) => [
          index === 0 ? 'main.tf' : `m${index}/main.tf`,
          `module "n" {\n  source = "${index === 0 ? './m1' : `../m${index + 1}`}"\n  count = 10\n}\nresource "aws_s3_bucket" "b" { count = 10 }\n`,
        ]),
      ),
    () =>
      new Map([
        ['main.tf', 'resource "aws_s3_bucket" "b" { bucket = templatefile("t.tpl", { n = 1 }) }'],
        ['t.tpl', '${templatefile("t.tpl", { n = n })}'],
      ]),
    () =>
      new Map([
        ['main.tf', `variable "v" {\n  type = ${'list('.repeat(depth)}string${')'.repeat(depth)}\n}`],
        ['terraform.tfvars', `v = ${'['.repeat(depth)}${']'.repeat(depth)}`],
      ]),
    () => new Map([['main.tf.json', `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`]]),
    () =>
      new Map([['main.tf.json', `{"locals":{"x":${'['.repeat(depth)}${']'.repeat(depth)}},"resource":{"a":{"b":{"x":"\${local.x}"}}}}`]]),
    () =>
      single(
        `resource "aws_s3_bucket" "b" { bucket = yamldecode("a: &a [x]\\nb: &b [*a,*a,*a,*a]\\nc: &c [*b,*b,*b,*b]\\nd: &d [*c,*c,*c,*c]\\ne: &e [*d,*d,*d,*d]\\nf: [*e,*e,*e,*e]") }`,
      ),
    () =>
      single(
        `locals { a = pow(10, 308) * 10 }\nresource "aws_s3_bucket" "b" {\n  count = local.a\n  bucket = cidrsubnets("10.0.0.0/8", ${'8, '.repeat(200)}8)\n}`,
      ),
    () =>
      single(
        `resource "aws_s3_bucket" "b" { bucket = cidrhost("::/0", ${size}${'0'.repeat(30)}) }\noutput "s" { value = join(",", formatlist("%s%s", range(${size}), range(${size}))) }`,
      ),
    () => single('x = 1\n'.repeat(Math.min(size, 60_000))),
    () => single(`locals { a = "${'${1}'.repeat(Math.min(size, 60_000))}" }`),
    () => single('resource "a" "b" {\n'.repeat(Math.min(size, 60_000))),
    () => single(`a = <<EOT\n${'%{ if true }'.repeat(Math.min(size, 30_000))}\nEOT\n`),
    () => single(`a = "${'${"'.repeat(depth)}`),
    () => single('/*'.repeat(Math.min(size, 60_000))),
  ];
  return random.pick(makers)();
}
