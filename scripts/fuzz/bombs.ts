/** Inputs that grow without bound in a naive reader or evaluator; each must end quickly, with a diagnostic or an unknown. */
import type { Random } from '../../bench/estate/random.ts';
import type { Files } from './programs.ts';

type Bomb = (random: Random) => Files;

export function bomb(random: Random): Files {
  return random.pick(BOMBS)(random);
}

function single(text: string): Files {
  return new Map([['main.tf', text]]);
}

/** A bucket whose name is the expression, next to other blocks. */
function bucket(expression: string, rest = ''): Files {
  return single(`resource "aws_s3_bucket" "orders" {\n  bucket = ${expression}\n}\n${rest}\n`);
}

function size(random: Random): number {
  return random.pick([1000, 30_000, 1_000_000]);
}

function depth(random: Random): number {
  return random.pick([40, 300, 5000]);
}

/** At most this many repetitions of a piece of text: more would measure the generator. */
function repetitions(random: Random): number {
  return Math.min(size(random), 60_000);
}

/** Forty locals, each made from two of the one before: 2^40 of whatever `step` makes. */
function doubling(first: string, step: (before: string) => string): Bomb {
  const lines = Array.from({ length: 40 }, (_, index) => `  x${index + 1} = ${step(`local.x${index}`)}`);
  return () => bucket('local.x40', `locals {\n  x0 = ${first}\n${lines.join('\n')}\n}`);
}

/** A chain of locals; closed, it is a cycle. */
function chain(closed: boolean): Bomb {
  return (random) => {
    const length = depth(random);
    const next = (index: number): number => (closed ? (index + 1) % length : index + 1);
    const lines = Array.from({ length }, (_, index) => `  a${index} = local.a${next(index)}`);
    return bucket('local.a0', `locals {\n${lines.join('\n')}\n}`);
  };
}

function nested(open: string, close: string): Bomb {
  return (random) => {
    const levels = depth(random);
    return bucket(`${open.repeat(levels)}1${close.repeat(levels)}`);
  };
}

function repeated(text: (repetitions: number) => string): Bomb {
  return (random) => single(text(repetitions(random)));
}

const COUNTS: readonly Bomb[] = [
  (random) => single(`resource "aws_s3_bucket" "orders" {\n  count = ${size(random) * 1000}\n}`),
  (random) =>
    single(
      `resource "aws_s3_bucket" "orders" {\n  for_each = toset([for i in range(${size(random)}) : tostring(i)])\n  bucket = each.key\n}`,
    ),
  (random) => bucket('local.n', `locals { n = length([for i in range(${size(random)}) : [for j in range(${size(random)}) : i * j]]) }`),
  (random) => bucket(`sum(range(${size(random)}))`),
  (random) => bucket(`join(",", formatlist("%s%s", range(${size(random)}), range(${size(random)})))`),
  (random) => bucket(`sort([for i in range(${size(random)}) : sha512(i)])[0]`),
  (random) =>
    bucket(`index(range(${size(random)}), -1)`, `output "o" { value = setproduct(range(${size(random)}), range(${size(random)})) }`),
  (random) =>
    single(
      `resource "aws_security_group" "web" {\n  dynamic "ingress" {\n    for_each = range(${size(random)})\n    content {\n      dynamic "inner" {\n        for_each = range(${size(random)})\n        content { port = inner.value }\n      }\n    }\n  }\n}`,
    ),
  () => single('locals { a = pow(10, 308) * 10 }\nresource "aws_s3_bucket" "orders" {\n  count = local.a\n}'),
  () => bucket(`cidrsubnets("10.0.0.0/8", ${'8, '.repeat(200)}8)`),
  (random) => bucket(`cidrhost("::/0", ${size(random)}${'0'.repeat(30)})`),
];

const DOUBLINGS: readonly Bomb[] = [
  doubling('"x"', (before) => `"\${${before}}\${${before}}"`),
  doubling('[1]', (before) => `concat(${before}, ${before})`),
  doubling('[1]', (before) => `[${before}, ${before}]`),
  doubling('{ a = 1 }', (before) => `{ a = ${before}, b = ${before} }`),
  doubling('{ a = 1 }', (before) => `jsonencode([${before}, ${before}])`),
  doubling('["a", "b"]', (before) => `setproduct(${before}, ${before})`),
  doubling('"a"', (before) => `replace(${before}, "a", "aa")`),
  doubling('"a"', (before) => `replace(${before}, "/a/", "aa")`),
  doubling('"%s"', (before) => `format("%s%1000000s", ${before}, ${before})`),
  doubling('["a"]', (before) => `flatten([${before}, [${before}]])`),
  doubling('"a"', (before) => `join(${before}, ["", "", ""])`),
  doubling('"a"', (before) => `base64encode("\${${before}}\${${before}}")`),
  doubling('aws_s3_bucket.orders.id', (before) => `"\${${before}}\${${before}}"`),
  doubling('"${aws_s3_bucket.orders.id}"', (before) => `[for x in [${before}, ${before}] : x]`),
];

const NESTINGS: readonly Bomb[] = [
  nested('[', ']'),
  nested('(', ')'),
  nested('{ a = ', ' }'),
  nested('"${', '}"'),
  nested('-', ''),
  nested('!', ''),
  nested('true ? 1 : ', ''),
  nested('upper(', ')'),
  nested('[for x in ', ' : x]'),
  nested('"%{ if true }${', '}%{ endif }"'),
  nested('', ' + 1'),
  nested('"a"', '[0]'),
  nested('local', '.a'),
  nested('local', '[*]'),
  nested('<<E\n${', '}\nE\n'),
  (random) => {
    const levels = depth(random);
    return single(`resource "aws_s3_bucket" "orders" ${'{\nx '.repeat(levels)}${'}\n'.repeat(levels)}`);
  },
  (random) => {
    const levels = depth(random);
    const type = `${'list('.repeat(levels)}string${')'.repeat(levels)}`;
    return new Map([
      ['main.tf', `variable "deep" {\n  type = ${type}\n}\nresource "aws_s3_bucket" "orders" {\n  bucket = var.deep\n}\n`],
      ['terraform.tfvars', `deep = ${'['.repeat(levels)}${']'.repeat(levels)}\n`],
    ]);
  },
  (random) => {
    const levels = depth(random);
    return new Map([['main.tf.json', `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`]]);
  },
  (random) => {
    const levels = depth(random);
    const list = `${'['.repeat(levels)}${']'.repeat(levels)}`;
    return new Map([['main.tf.json', `{"locals":{"x":${list}},"resource":{"aws_s3_bucket":{"b":{"bucket":"\${local.x}"}}}}`]]);
  },
  (random) => bucket(`jsondecode("${'['.repeat(depth(random))}")`),
  (random) => {
    const levels = depth(random);
    return bucket(
      `jsondecode("${'['.repeat(levels)}${']'.repeat(levels)}")`,
      `output "y" { value = yamldecode("${'['.repeat(levels)}${']'.repeat(levels)}") }`,
    );
  },
];

const RECURSIONS: readonly Bomb[] = [
  chain(false),
  chain(true),
  () =>
    single(
      'locals {\n  a = [local.b]\n  b = { c = local.a }\n}\nresource "aws_s3_bucket" "orders" {\n  bucket = aws_s3_bucket.orders.bucket\n  tags = local.a\n}',
    ),
  () => single('module "self" {\n  source = "."\n  count = 2\n}\nresource "aws_s3_bucket" "orders" {}'),
  () =>
    new Map([
      ['main.tf', 'module "a" { source = "./a" }'],
      ['a/main.tf', 'module "b" {\n  source = "../b"\n  for_each = toset(["x", "y"])\n}'],
      ['b/main.tf', 'module "a" {\n  source = "../a"\n  count = 3\n}\nresource "aws_s3_bucket" "orders" {}'],
    ]),
  () => {
    const level = (index: number): string =>
      `module "next" {\n  source = "${index === 0 ? './m1' : `../m${index + 1}`}"\n  count = 10\n}\nresource "aws_s3_bucket" "b" {\n  count = 10\n}\n`;
    return new Map(Array.from({ length: 30 }, (_, index) => [index === 0 ? 'main.tf' : `m${index}/main.tf`, level(index)]));
  },
  () =>
    new Map([
      ['main.tf', 'resource "aws_s3_bucket" "orders" {\n  bucket = templatefile("name.tpl", { n = 1 })\n}'],
      ['name.tpl', '${templatefile("name.tpl", { n = n })}'],
    ]),
  () => bucket('templatestring(local.t, { t = local.t })', 'locals { t = "$${templatestring(t, { t = t })}" }'),
  () =>
    bucket(
      'yamldecode("a: &a [x]\\nb: &b [*a,*a,*a,*a]\\nc: &c [*b,*b,*b,*b]\\nd: &d [*c,*c,*c,*c]\\ne: &e [*d,*d,*d,*d]\\nf: &f [*e,*e,*e,*e]\\ng: &g [*f,*f,*f,*f]\\nh: [*g,*g,*g,*g]")',
    ),
  () => bucket('yamldecode("a: &a [*a]")'),
  () =>
    single(
      'data "aws_iam_policy_document" "a" { source_policy_documents = [data.aws_iam_policy_document.b.json] }\ndata "aws_iam_policy_document" "b" { source_policy_documents = [data.aws_iam_policy_document.a.json] }\nresource "aws_iam_policy" "p" { policy = data.aws_iam_policy_document.a.json }',
    ),
  (random) =>
    bucket(
      `regexall("(a+)+$", local.s)`,
      `locals { s = "${'a'.repeat(repetitions(random))}!" }\noutput "r" { value = replace(local.s, "/(a|a?)+b/", "") }`,
    ),
  (random) => bucket(`regex("${'(a?){0,50}'.repeat(20)}${'a'.repeat(30)}", "${'a'.repeat(Math.min(repetitions(random), 2000))}")`),
];

const LONG_TEXTS: readonly Bomb[] = [
  repeated((times) => 'x = 1\n'.repeat(times)),
  repeated((times) => `locals { a = "${'${1}'.repeat(times)}" }`),
  repeated((times) => 'resource "a" "b" {\n'.repeat(times)),
  repeated((times) => 'resource "a" "b" {}\n'.repeat(times)),
  repeated((times) => `a = <<EOT\n${'%{ if true }'.repeat(times)}\nEOT\n`),
  repeated((times) => `a = "${'${"'.repeat(times)}`),
  repeated((times) => `a = ${'<<E\n'.repeat(times)}`),
  repeated((times) => `a = ${'['.repeat(times)}\nb = ${'{'.repeat(times)}`),
  repeated((times) => '/*'.repeat(times)),
  repeated((times) => `a = "${'\\'.repeat(times)}"`),
  repeated((times) => `a = ${'9'.repeat(times)}.${'9'.repeat(times)}e${'9'.repeat(times)}`),
  repeated((times) => `${'a '.repeat(times)}{\n}\n`),
  repeated((times) => `a = 1${' + 1'.repeat(times)}`),
  repeated((times) => '\uFEFF\r\n\t'.repeat(times)),
];

/** A kumomori.yaml is read before anything else; it may come with a repository nobody trusts. */
const CONFIGURATIONS: readonly Bomb[] = [
  (random) => configuration(`version: 1\nchecks: ${'['.repeat(depth(random))}${']'.repeat(depth(random))}\n`),
  (random) => configuration(`version: 1\nchecks: ${'{a: '.repeat(depth(random))}1\n`),
  (random) => configuration(Array.from({ length: depth(random) }, (_, level) => `${' '.repeat(Math.min(level, 1000))}a:`).join('\n')),
  () =>
    configuration(
      `a: &a [x]\n${[...'bcdefghijklm'].map((name, index) => `${name}: &${name} [${`*${'abcdefghijklm'[index]},`.repeat(9)}]`).join('\n')}\nversion: 1\n`,
    ),
  (random) => configuration(`version: 1\nchecks:\n  select: [${'"*", '.repeat(repetitions(random))}]\n`),
  (random) => configuration(`version: 1\nchecks:\n  select: ["${'*a'.repeat(repetitions(random))}"]\n`),
  (random) => configuration(`version: 1\nexclude: ["${'**/'.repeat(Math.min(repetitions(random), 2000))}x"]\n`),
  (random) => new Map([['baseline.json', `{"schemaVersion":"1","findings":${'['.repeat(repetitions(random))}`]]),
];

function configuration(text: string): Files {
  return new Map([['kumomori.yaml', text]]);
}

const BOMBS: readonly Bomb[] = [...COUNTS, ...DOUBLINGS, ...NESTINGS, ...RECURSIONS, ...LONG_TEXTS, ...CONFIGURATIONS];
