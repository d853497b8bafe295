import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvaluationCase } from './cases.test-helper.ts';
import { outcome } from './cases.test-helper.ts';

const bucket = (expression: string): string => `resource "aws_s3_bucket" "orders" {\n  bucket = ${expression}\n}\n`;
const declared = (body: string): string => `variable "name" {\n${body}\n}\n${bucket('var.name')}`;
const NAME = 'aws_s3_bucket.orders > bucket';

const cases: readonly EvaluationCase[] = [
  {
    name: 'a default is used when nothing else is given, and is where the value was written',
    files: declared('  default = "orders-default"'),
    expect: { [NAME]: '"orders-default"', [`via ${NAME}`]: 'var.name main.tf:5 ← main.tf:2' },
  },
  {
    name: 'terraform.tfvars wins over the default',
    files: { 'main.tf': declared('  default = "orders-default"'), 'terraform.tfvars': '\nname = "orders-tfvars"' },
    expect: { [NAME]: '"orders-tfvars"', [`via ${NAME}`]: 'var.name main.tf:5 ← terraform.tfvars:2' },
  },
  {
    name: 'terraform.tfvars.json wins over terraform.tfvars and its strings are literal',
    files: {
      'main.tf': declared('  default = "orders-default"'),
      'terraform.tfvars': 'name = "orders-tfvars"',
      'terraform.tfvars.json': '{\n  "name": "orders-${json}"\n}',
    },
    expect: { [NAME]: '"orders-${json}"', [`via ${NAME}`]: 'var.name main.tf:5 ← terraform.tfvars.json:2' },
  },
  ...(
    [
      ['a template', '"${var.name}-logs"', '"orders-logs"'],
      ['a function', 'lower(var.name)', '"orders"'],
      ['a function over a list', 'join("-", ["a", var.name])', '"a-orders"'],
      ['an operator', 'var.name == "orders"', 'true'],
      ['a conditional between literals', 'var.name == "orders" ? "x" : "y"', '"x"'],
      ['an element of a computed list', 'split(",", var.name)[0]', '"orders"'],
      ['format()', 'format("%s-%d", var.name, 1)', '"orders-1"'],
    ] as const
  ).map(([what, expression, value]): EvaluationCase => ({
    name: `${what} leads back to the line that set its input`,
    files: { 'main.tf': `variable "name" {}\n${bucket(expression)}`, 'terraform.tfvars': '\nname = "orders"' },
    expect: { [NAME]: value, [`via ${NAME}`]: 'var.name main.tf:3 ← var.name terraform.tfvars:2 ← main.tf:3' },
  })),
  {
    name: 'computed values lead through modules, locals and further computing',
    files: {
      'main.tf': 'variable "stage" {}\nmodule "logs" {\n  source = "./logs"\n  name   = "${var.stage}-logs"\n}',
      'logs/main.tf': `variable "name" {}\nlocals {\n  name = upper(var.name)\n}\n${bucket('local.name')}`,
      'terraform.tfvars': 'stage = "prod"',
    },
    expect: {
      [`module.logs.${NAME}`]: '"PROD-LOGS"',
      [`via module.logs.${NAME}`]:
        'local.name logs/main.tf:6 ← var.name logs/main.tf:3 ← module.logs.name main.tf:4 ← var.stage main.tf:4 ← var.stage terraform.tfvars:1 ← logs/main.tf:3',
    },
  },
  {
    name: 'what is merged keeps the way of its own source, and literals have none',
    files: {
      'main.tf': `variable "base" {}\nlocals {\n  all = merge(var.base, { b = "literal" })\n}\n${bucket('local.all.name')}output "b" { value = local.all.b }\noutput "c" { value = lower("X") }`,
      'terraform.tfvars': 'base = {\n  name = "orders"\n}',
    },
    expect: {
      [`via ${NAME}`]: 'local.all main.tf:6 ← var.base main.tf:3 ← terraform.tfvars:2',
      'via output b': 'local.all main.tf:8 ← main.tf:3',
      'via output c': 'main.tf:9',
    },
  },
  {
    name: 'a list chosen by a test leads back to what decided it, unless its elements come from elsewhere',
    files: {
      'main.tf': `variable "open" {}\nvariable "cidr" {}\nresource "aws_security_group" "web" {\n  dynamic "ingress" {\n    for_each = var.open ? ["0.0.0.0/0"] : []\n    content {\n      cidr = ingress.value\n    }\n  }\n  other = (var.open ? [var.cidr] : [])[0]\n}`,
      'terraform.tfvars': 'open = true\ncidr = "192.0.2.0/24"',
    },
    expect: {
      'via aws_security_group.web > ingress[0] > cidr':
        'ingress.value main.tf:7 ← var.open main.tf:5 ← var.open terraform.tfvars:1 ← main.tf:5',
      'via aws_security_group.web > other': 'var.cidr main.tf:10 ← terraform.tfvars:2',
    },
  },
  {
    name: 'auto files win over terraform.tfvars, the last in lexical order most',
    files: {
      'main.tf': declared(''),
      'terraform.tfvars': 'name = "orders-tfvars"',
      'b.auto.tfvars': 'name = "orders-b"',
      'a.auto.tfvars': 'name = "orders-a"',
    },
    expect: { [NAME]: '"orders-b"' },
  },
  {
    name: 'auto files in JSON take part in the same order',
    files: { 'main.tf': declared(''), 'z.auto.tfvars.json': '{"name": "orders-json"}', 'b.auto.tfvars': 'name = "orders-b"' },
    expect: { [NAME]: '"orders-json"' },
  },
  {
    name: 'a var file wins over auto files, the last var file most',
    files: { 'main.tf': declared(''), 'a.auto.tfvars': 'name = "a"', 'prod.tfvars': 'name = "prod"', 'eu.tfvars': 'name = "eu"' },
    options: { varFiles: ['prod.tfvars', 'eu.tfvars'] },
    expect: { [NAME]: '"eu"', [`via ${NAME}`]: 'var.name main.tf:5 ← eu.tfvars:1' },
  },
  {
    name: 'a var file that is not named does nothing',
    files: { 'main.tf': declared('  default = "orders-default"'), 'prod.tfvars': 'name = "prod"' },
    expect: { [NAME]: '"orders-default"' },
  },
  {
    name: 'a var file is looked up beside the root module, then from the TARGET',
    files: { 'infra/main.tf': declared(''), 'infra/prod.tfvars': 'name = "beside"', 'prod.tfvars': 'name = "target"' },
    options: { varFiles: ['prod.tfvars'] },
    expect: { [NAME]: '"beside"' },
  },
  {
    name: 'a var file relative to the TARGET is found for a root module below it',
    files: { 'infra/main.tf': declared(''), 'env/prod.tfvars': 'name = "orders-env"' },
    options: { varFiles: ['env/prod.tfvars'] },
    expect: { [NAME]: '"orders-env"', [`via ${NAME}`]: 'var.name infra/main.tf:5 ← env/prod.tfvars:1' },
  },
  {
    name: 'the command line wins over everything',
    files: { 'main.tf': declared('  type = string'), 'prod.tfvars': 'name = "prod"' },
    options: { varFiles: ['prod.tfvars'], variables: new Map([['name', 'orders-cli']]) },
    expect: { [NAME]: '"orders-cli"', [`via ${NAME}`]: 'var.name main.tf:5 ← --var name:1' },
  },
  {
    name: 'a command line text for a list is an expression',
    files: 'variable "zones" { type = list(string) }\noutput "first" { value = var.zones[0] }',
    options: { variables: new Map([['zones', '["ap-northeast-1c", "ap-northeast-1a"]']]) },
    expect: { 'output first': '"ap-northeast-1c"' },
  },
  {
    name: 'a command line text for a number is converted',
    files: 'variable "days" { type = number }\noutput "days" { value = var.days + 1 }',
    options: { variables: new Map([['days', '89']]) },
    expect: { 'output days': '90' },
  },
  {
    name: 'a command line text that is no expression is kept as text and said',
    files: 'variable "zones" { type = list(string) }\noutput "zones" { value = var.zones }',
    options: { variables: new Map([['zones', '[["]']]) },
    expect: { 'output zones': '"[[\\"]"' },
    diagnostics: ['hcl-syntax', 'variable-type'],
  },
  {
    name: 'a variable without value is unknown and names itself',
    files: declared('  type = string'),
    expect: { [NAME]: '<unset-variable: variable "name" has no value>', [`refs ${NAME}`]: '' },
  },
  {
    name: 'an undeclared variable is an unresolved reference',
    files: bucket('var.missing'),
    expect: { [NAME]: '<unresolved-reference: variable "missing" is not declared>' },
  },
  {
    name: 'a variable file may set what no module declares',
    files: { 'main.tf': declared('  default = "orders"'), 'terraform.tfvars': 'other = 1' },
    expect: { [NAME]: '"orders"' },
  },
  {
    name: 'null replaces nothing for a nullable variable',
    files: { 'main.tf': declared('  default = "orders"'), 'terraform.tfvars': 'name = null' },
    expect: { [NAME]: 'null' },
  },
  {
    name: 'null gives the default of a variable that is not nullable',
    files: { 'main.tf': declared('  default = "orders"\n  nullable = false'), 'terraform.tfvars': 'name = null' },
    expect: { [NAME]: '"orders"' },
  },
  {
    name: 'a sensitive variable marks what is made of it',
    files:
      'variable "password" {\n  default = "s3cret-of-test"\n  sensitive = true\n}\noutput "url" { value = "postgres://${var.password}@db.example.com" }',
    expect: { 'output url': 'sensitive "postgres://s3cret-of-test@db.example.com"' },
  },
  {
    name: 'a sensitive object marks its attributes',
    files: 'variable "db" {\n  default = { user = "orders" }\n  sensitive = true\n}\noutput "user" { value = var.db.user }',
    expect: { 'output user': 'sensitive "orders"' },
  },
  {
    name: 'the type converts a number to text',
    files: declared('  type = string\n  default = 42'),
    expect: { [NAME]: '"42"' },
  },
  {
    name: 'the type converts text to a boolean',
    files: 'variable "public" {\n  type = bool\n  default = "true"\n}\noutput "public" { value = var.public }',
    expect: { 'output public': 'true' },
  },
  {
    name: 'set(string) sorts and drops doubles',
    files: 'variable "zones" {\n  type = set(string)\n  default = ["c", "a", "c"]\n}\noutput "zones" { value = var.zones }',
    expect: { 'output zones': '["a", "c"]' },
  },
  {
    name: 'set(number) sorts by value, not by text',
    files: 'variable "ports" {\n  type = set(number)\n  default = [443, 80, "443"]\n}\noutput "ports" { value = var.ports }',
    expect: { 'output ports': '[80, 443]' },
  },
  {
    name: 'list(number) converts each element and keeps its place',
    files: {
      'main.tf': 'variable "ports" { type = list(number) }\nresource "aws_lb_listener" "web" {\n  port = var.ports[1]\n}',
      'terraform.tfvars': 'ports = [\n  "8080",\n  "8443",\n]',
    },
    expect: { 'aws_lb_listener.web > port': '8443', 'via aws_lb_listener.web > port': 'var.ports main.tf:3 ← terraform.tfvars:3' },
  },
  {
    name: 'an attribute taken out of an object variable keeps its own line and the way of the object',
    files: {
      'main.tf': 'variable "config" {}\n\nresource "aws_s3_bucket" "orders" {\n  bucket = var.config.bucket\n}',
      'terraform.tfvars': 'config = {\n  acl = "private"\n  bucket = "orders-bucket"\n}',
    },
    expect: { [NAME]: '"orders-bucket"', [`via ${NAME}`]: 'var.config main.tf:4 ← terraform.tfvars:3' },
  },
  {
    name: 'optional attributes get their default, or null',
    files: {
      'main.tf':
        'variable "bucket" {\n  type = object({ name = string, days = optional(number, 90), acl = optional(string) })\n}\noutput "b" { value = var.bucket }',
      'terraform.tfvars': 'bucket = { name = "orders" }',
    },
    expect: { 'output b': '{name: "orders", days: 90, acl: null}' },
  },
  {
    name: 'optional defaults work inside maps of objects',
    files: {
      'main.tf': 'variable "buckets" {\n  type = map(object({ versioned = optional(bool, true) }))\n}\noutput "b" { value = var.buckets }',
      'terraform.tfvars': 'buckets = { orders = {}, logs = { versioned = false } }',
    },
    expect: { 'output b': '{orders: {versioned: true}, logs: {versioned: false}}' },
  },
  {
    name: 'the default of an optional attribute is where the value was written',
    files: {
      'main.tf':
        'variable "bucket" {\n  type = object({\n    acl = optional(string, "private")\n  })\n}\nresource "aws_s3_bucket_acl" "orders" {\n  acl = var.bucket.acl\n}',
      'terraform.tfvars': 'bucket = {}',
    },
    expect: { 'via aws_s3_bucket_acl.orders > acl': 'var.bucket main.tf:7 ← main.tf:3' },
  },
  {
    name: 'a null attribute gets the default of its optional type',
    files: {
      'main.tf': 'variable "bucket" { type = object({ days = optional(number, 90) }) }\noutput "d" { value = var.bucket.days }',
      'terraform.tfvars': 'bucket = { days = null }',
    },
    expect: { 'output d': '90' },
  },
  {
    name: 'attributes an object type does not name are dropped',
    files:
      'variable "b" {\n  type = object({ name = string })\n  default = { name = "orders", extra = 1 }\n}\noutput "b" { value = var.b }',
    expect: { 'output b': '{name: "orders"}' },
  },
  {
    name: 'a value of the wrong type is said and stays as it is',
    files: {
      'main.tf': 'variable "zones" { type = list(string) }\noutput "zones" { value = var.zones }',
      'terraform.tfvars': 'zones = "ap-northeast-1a"',
    },
    expect: { 'output zones': '"ap-northeast-1a"' },
    diagnostics: ['variable-type'],
  },
  {
    name: 'a missing attribute of an object type is said',
    files: { 'main.tf': 'variable "b" { type = object({ name = string }) }\noutput "b" { value = var.b }', 'terraform.tfvars': 'b = {}' },
    expect: { 'output b': '{}' },
    diagnostics: ['variable-type'],
  },
  {
    name: 'quoted and bare collection types of old code are read',
    files:
      'variable "a" {\n  type = "string"\n  default = 1\n}\nvariable "b" {\n  type = "list"\n  default = []\n}\nvariable "c" {\n  type = map\n  default = {}\n}\noutput "all" { value = [var.a, var.b, var.c] }',
    expect: { 'output all': '["1", [], {}]' },
  },
  {
    name: 'tuple and any types are read',
    files: 'variable "t" {\n  type = tuple([string, any])\n  default = [1, 2]\n}\noutput "t" { value = var.t }',
    expect: { 'output t': '["1", 2]' },
  },
  {
    name: 'a default cannot refer to anything',
    files: 'locals { x = "y" }\nvariable "a" { default = local.x }\noutput "a" { value = var.a }',
    expect: { 'output a': '<unresolved-reference: "local" is not defined here>' },
  },
  {
    name: 'a heredoc default keeps its lines',
    files: 'variable "policy" {\n  default = <<-EOT\n    one\n      two\n  EOT\n}\noutput "policy" { value = var.policy }',
    expect: { 'output policy': '"one\\n  two\\n"' },
  },
  {
    name: 'each root module has its own variable files',
    files: {
      'a/main.tf': 'variable "n" {}\noutput "a" { value = var.n }',
      'a/terraform.tfvars': 'n = "from-a"',
      'b/main.tf': 'variable "n" {}\noutput "b" { value = var.n }',
      'b/terraform.tfvars': 'n = "from-b"',
    },
    roots: ['a', 'b'],
    expect: { 'output a': '"from-a"', 'output b': '"from-b"' },
  },
  {
    name: 'variable files of a called module are not read',
    files: {
      'main.tf': 'module "m" { source = "./m" }\noutput "n" { value = module.m.n }',
      'm/main.tf': 'variable "n" { default = "default" }\noutput "n" { value = var.n }',
      'm/terraform.tfvars': 'n = "file"',
    },
    expect: { 'output n': '"default"' },
  },
];

for (const single of cases) {
  test(single.name, () => {
    const { actual, expected } = outcome(single);
    assert.deepEqual(actual, expected);
  });
}
