import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvaluationCase } from './cases.test-helper.ts';
import { evaluateFiles, outcome, printValue } from './cases.test-helper.ts';

/** What unknown values are made of here: a computed attribute, an unset variable, a data source. */
const PRELUDE = `
variable "unset" {}
variable "secret" {
  default = "s"
  sensitive = true
}
variable "config" {
  default = { name = "orders", ports = [80, 443], tags = { team = "ec" } }
}
resource "aws_s3_bucket" "logs" {
  tags = { team = "sre" }
}
locals {
  some   = concat(["a"], var.unset)
  partly = merge({ a = 1 }, var.unset)
}
`;

/** Expression → its value. */
const values: Readonly<Record<string, string>> = {
  // operators
  '1 + 2 * 3': '7',
  '(1 + 2) * 3': '9',
  '7 % 4 - 10 / 4': '0.5',
  '-var.config.ports[0]': '-80',
  '"5" + 1': '6',
  '!("true")': 'false',
  '2 >= 2 && 3 < 4': 'true',
  '1 == "1"': 'false',
  'null == null': 'true',
  'aws_s3_bucket.logs.id == null': 'false',
  'null != aws_s3_bucket.logs.arn': 'true',
  'aws_s3_bucket.logs.region == null': '<computed: aws_s3_bucket.logs.region is decided by the provider>',
  'aws_s3_bucket.logs.id == "logs"': '<computed: aws_s3_bucket.logs.id is decided by the provider>',
  'lookup({ a = 1 }, aws_s3_bucket.logs.id, null) == null': '<computed: aws_s3_bucket.logs.id is decided by the provider>',
  '[1, 2] == [1, 2]': 'true',
  '{ a = 1 } != { a = 2 }': 'true',
  '1 / 0': '<failed-function: division by zero>',
  '1 + null': '<failed-function: operator + over null>',
  '"x" + 1': '<failed-function: string "x" cannot be converted to number>',
  // three-valued logic
  'false && var.unset': 'false',
  'var.unset && false': 'false',
  'true || var.unset': 'true',
  'var.unset || true': 'true',
  'true && var.unset': '<unset-variable: variable "unset" has no value>',
  'var.unset == "a"': '<unset-variable: variable "unset" has no value>',
  '"log-${var.unset}" == "bucket"': 'false',
  '[1, var.unset] == [2, 3]': 'false',
  '!var.unset': '<unset-variable: variable "unset" has no value>',
  // conditionals
  'true ? "a" : var.unset': '"a"',
  'false ? 1 : "text"': '"text"',
  'true ? 1 : "text"': '"1"',
  'var.unset ? "same" : "same"': '"same"',
  'var.unset ? 1 : 2': '<unset-variable: depends on a condition that is not known: variable "unset" has no value>',
  'null ? 1 : 2': '<failed-function: depends on a condition that is not known: the test of a conditional is null>',
  // templates
  '"${1}-${true}"': '"1-true"',
  '"${var.config.ports}"': '[80, 443]',
  '"a-${null}"': '<failed-function: null cannot be part of a text>',
  '"a-${[1]}"': '<failed-function: a list cannot be part of a text>',
  '"arn:${aws_s3_bucket.logs.arn}/*"': '"arn:${aws_s3_bucket.logs.arn}/*"',
  '"x-${"arn:${aws_s3_bucket.logs.arn}"}-y"': '"x-arn:${aws_s3_bucket.logs.arn}-y"',
  '"%{ if true }yes%{ else }no%{ endif }"': '"yes"',
  '"%{ if var.unset }yes%{ endif }!"': '"${unset-variable}!"',
  '"%{ for p in var.config.ports }${p},%{ endfor }"': '"80,443,"',
  '"%{ for i, p in ["x"] }${i}=${p}%{ endfor }"': '"0=x"',
  '"%{ for k, v in { b = 2, a = 1 } }${k}${v}%{ endfor }"': '"a1b2"',
  '"%{ for x in var.unset }${x}%{ endfor }."': '"${unset-variable}."',
  '"pw-${var.secret}"': 'sensitive "pw-s"',
  '"$${literal}"': '"${literal}"',
  // selection
  'var.config.tags["team"]': '"ec"',
  'var.config["ports"][1]': '443',
  'var.config.ports["0"]': '80',
  'var.config.missing': '<unresolved-reference: there is no attribute "missing" in this object>',
  'var.config.ports[7]': '<failed-function: index 7 of a list of 2>',
  'var.config.name.deep': '<failed-function: a string has no attribute "deep">',
  'var.unset.a.b[0]': '<unset-variable: variable "unset" has no value>',
  '{ a = 1 }[var.unset]': '<unset-variable: variable "unset" has no value>',
  'local.partly.a': '<unset-variable: variable "unset" has no value>',
  '[1, 2, 3][1]': '2',
  '{ "1" = "a" }[1]': '"a"',
  '{ true = "a" }[true]': '"a"',
  '{ a = 1 }[null]': '<failed-function: an object cannot be indexed with this key>',
  '[1][0.5]': '<failed-function: a list cannot be indexed with this key>',
  '{ "a b" = 1 }["a b"]': '1',
  '{ (var.config.name) = 1 }': '{orders: 1}',
  '{ "${var.config.name}-x" = 1 }': '{orders-x: 1}',
  '{ (var.unset) = 1, b = 2 }': '{b: 2, …}',
  // for-expressions
  '[for p in var.config.ports : p + 1]': '[81, 444]',
  '[for i, p in var.config.ports : "${i}:${p}"]': '["0:80", "1:443"]',
  '[for k, v in { b = 2, a = 1 } : "${k}${v}"]': '["a1", "b2"]',
  '{ for p in var.config.ports : "p${p}" => p if p > 80 }': '{p443: 443}',
  '{ for s in ["aa", "b", "ac"] : substr(s, 0, 1) => s... }': '{a: ["aa", "ac"], b: ["b"]}',
  '[for k in toset(["b", "a"]) : k]': '["a", "b"]',
  '[for x in var.unset : x]': '<unset-variable: variable "unset" has no value>',
  '[for x in [1, 2] : x if var.unset]': '[…]',
  '[for x in [1, var.unset] : x if x == 1]': '[1, …]',
  '{ for x in ["a", var.unset] : x => 1 }': '{a: 1, …}',
  '[for x in 5 : x]': '<failed-function: a number has no elements>',
  '[for a in [1, 2] : [for b in [10, 20] : a * b]]': '[[10, 20], [20, 40]]',
  '{ for k, v in var.config : k => v if k == "name" }': '{name: "orders"}',
  // splats
  '[{ a = 1 }, { a = 2 }][*].a': '[1, 2]',
  '[{ a = 1 }].*.a': '[1]',
  '{ a = 1 }[*].a': '[1]',
  'null[*]': '[]',
  '"x"[*]': '["x"]',
  'var.unset[*].id': '<unset-variable: variable "unset" has no value>',
  '[[{ a = 1 }], [{ a = 2 }]][*][0].a': '[1, 2]',
  // functions and their laziness
  'try(var.config.missing, "fallback")': '"fallback"',
  'try(var.config.missing.deeper, var.nope, "last")': '"last"',
  'try(var.unset, "fallback")': '<unset-variable: variable "unset" has no value>',
  'try(aws_s3_bucket.logs.arn, "fallback")': '<computed: aws_s3_bucket.logs.arn is decided by the provider>',
  'try([var.config.missing], ["fallback"])': '["fallback"]',
  'try({ a = { b = [var.config.missing] } }, "fallback")': '"fallback"',
  'try("${var.config.missing}-x", "fallback")': '"fallback"',
  'try(concat([1], [var.config.missing]), [])': '[]',
  'try([for x in [1] : var.config.missing], [])': '[]',
  'try([var.unset], ["fallback"])': '[<unset-variable: variable "unset" has no value>]',
  'try([aws_s3_bucket.logs.arn], [])': '[<computed: aws_s3_bucket.logs.arn is decided by the provider>]',
  'can([var.config.missing])': 'false',
  'can([var.unset])': 'true',
  'can(var.config.name)': 'true',
  'can(var.config.missing)': 'false',
  'can(tonumber("x"))': 'false',
  'can(var.unset)': '<unset-variable: variable "unset" has no value>',
  'max([1, 5, 3]...)': '5',
  'merge([{ a = 1 }, { b = 2 }]...)': '{a: 1, b: 2}',
  'merge(var.unset...)': '<unset-variable: variable "unset" has no value>',
  'lookup({ a = 1 }, "b", 2)': '2',
  'no_such_function(1)': '<unsupported: function no_such_function() is not supported>',
  'jsonencode({ a = [1] })': '"{\\"a\\":[1]}"',
  'length(aws_s3_bucket.logs.tags)': '1',
  // the environment
  'path.module': '"."',
  'path.root': '"."',
  'terraform.workspace': '"default"',
  'self.id': '<computed: self is known when the resource exists>',
  'each.key': '<unresolved-reference: each.key is not available in this block>',
  'count.index': '<unresolved-reference: count.index is not available in this block>',
  'ephemeral.random_password.db.result': 'sensitive <computed: ephemeral values exist only while Terraform runs>',
  var: '<unresolved-reference: "var" is not a complete reference>',
};

for (const [expression, expected] of Object.entries(values)) {
  test(`${expression} is ${expected}`, () => {
    const { roots } = evaluateFiles(`${PRELUDE}\noutput "answer" {\n  value = ${expression}\n}\n`);
    const value = roots[0]?.outputs.get('answer');
    assert.equal(value && printValue(value), expected);
  });
}

const cases: readonly EvaluationCase[] = [
  {
    name: 'references of all inputs survive in an unknown result',
    files:
      'resource "aws_vpc" "a" {}\nresource "aws_vpc" "b" {}\noutput "x" { value = aws_vpc.a.id == aws_vpc.b.id ? aws_vpc.a.arn : "none" }',
    expect: { 'refs output x': 'aws_vpc.a.id aws_vpc.b.id aws_vpc.a.arn' },
  },
  {
    name: 'a known result still depends on what decided it',
    files:
      'resource "aws_vpc" "a" { cidr_block = "10.0.0.0/16" }\noutput "x" { value = aws_vpc.a.cidr_block == "10.0.0.0/16" ? "yes" : "no" }',
    expect: { 'output x': '"yes"', 'refs output x': 'aws_vpc.a.cidr_block' },
  },
  {
    name: 'locals are steps on the way of a value',
    files: 'locals {\n  a = "orders"\n  b = local.a\n}\nresource "aws_s3_bucket" "x" {\n  bucket = local.b\n}',
    expect: { 'via aws_s3_bucket.x > bucket': 'local.b main.tf:6 ← local.a main.tf:3 ← main.tf:2' },
  },
  {
    name: 'a value out of a merged map keeps the way of its own map',
    files:
      'variable "tags" {\n  default = { team = "ec" }\n}\nlocals {\n  tags = merge(var.tags, { env = "prod" })\n}\nresource "aws_sqs_queue" "q" {\n  name = local.tags.team\n}',
    expect: { 'via aws_sqs_queue.q > name': 'local.tags main.tf:8 ← var.tags main.tf:5 ← main.tf:2' },
  },
  {
    name: 'a value out of a loop keeps the way of its collection',
    files: 'variable "names" {\n  default = ["orders"]\n}\noutput "x" { value = [for n in var.names : n][0] }',
    expect: { 'via output x': 'var.names main.tf:4 ← main.tf:2' },
  },
  {
    name: 'a branch keeps the place where it was written',
    files: 'locals {\n  acl = true ? "public-read" : "private"\n}\nresource "aws_s3_bucket_acl" "x" {\n  acl = local.acl\n}',
    expect: { 'via aws_s3_bucket_acl.x > acl': 'local.acl main.tf:5 ← main.tf:2' },
  },
  {
    name: 'a document written by jsonencode knows its structure',
    files: 'resource "aws_vpc" "a" {}\noutput "x" { value = jsonencode({ vpc = aws_vpc.a.id, n = 1 }) }',
    expect: { 'structure output x': '{vpc: <computed: aws_vpc.a.id is decided by the provider>, n: 1}', 'refs output x': 'aws_vpc.a.id' },
  },
  {
    name: 'a file is read from the folder of its module',
    files: {
      'infra/main.tf': 'module "m" { source = "./m" }\noutput "x" { value = module.m.x }',
      'infra/m/main.tf': 'output "x" { value = file("${path.module}/policy.json") }',
      'infra/m/policy.json': '{"a": 1}',
    },
    expect: { 'output x': '"{\\"a\\": 1}"' },
  },
  {
    name: 'a template file sees its own variables only',
    files: {
      'main.tf':
        'variable "name" { default = "outer" }\noutput "x" { value = templatefile("${path.module}/t.tpl", { name = "orders", ports = [80] }) }\noutput "y" { value = templatefile("t2.tpl", {}) }',
      't.tpl': '${name}:%{ for p in ports }${p}%{ endfor }',
      't2.tpl': '${var.name}',
    },
    expect: { 'output x': '"orders:80"', 'output y': '<unresolved-reference: "var" is not defined here>' },
  },
  {
    name: 'a template file keeps unknown parts apart',
    files: {
      'main.tf': 'resource "aws_vpc" "a" {}\noutput "x" { value = templatefile("t.tpl", { id = aws_vpc.a.id }) }',
      't.tpl': 'vpc=${id};',
    },
    expect: { 'output x': '"vpc=${aws_vpc.a.id};"', 'refs output x': 'aws_vpc.a.id' },
  },
  {
    name: 'True and False are read as meant, with a word about it',
    files: 'resource "aws_ebs_volume" "x" {\n  encrypted = True\n}',
    expect: { 'aws_ebs_volume.x > encrypted': 'true' },
    diagnostics: ['bare-word'],
  },
  {
    name: 'a broken argument is unknown and the rest of the block stands',
    files: 'resource "aws_ebs_volume" "x" {\n  size = = 3\n  encrypted = true\n}',
    expect: { 'aws_ebs_volume.x > encrypted': 'true' },
    diagnostics: ['hcl-syntax'],
  },
  {
    name: 'the workspace is an option',
    files: 'output "x" { value = "bucket-${terraform.workspace}" }',
    options: { workspace: 'prod' },
    expect: { 'output x': '"bucket-prod"' },
  },
];

for (const single of cases) {
  test(single.name, () => {
    const { actual, expected } = outcome(single);
    assert.deepEqual(actual, expected);
  });
}
