import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvaluationCase } from './cases.test-helper.ts';
import { outcome } from './cases.test-helper.ts';

const cases: readonly EvaluationCase[] = [
  {
    name: 'a .tofu file replaces the .tf of the same name',
    files: {
      'main.tf': 'resource "aws_vpc" "terraform" {}',
      'main.tofu': 'resource "aws_vpc" "opentofu" {}',
      'more.tf': 'resource "aws_vpc" "more" {}',
    },
    resources: ['aws_vpc.opentofu', 'aws_vpc.more'],
  },
  {
    name: 'a .tofu.json file replaces only the .tf.json',
    files: {
      'main.tf': 'resource "aws_vpc" "native" {}',
      'main.tf.json': '{"resource": {"aws_vpc": {"json": {}}}}',
      'main.tofu.json': '{"resource": {"aws_vpc": {"tofu": {}}}}',
    },
    resources: ['aws_vpc.native', 'aws_vpc.tofu'],
  },
  {
    name: 'files are read in lexical order, whatever order they are found in',
    files: { 'z.tf': 'resource "aws_vpc" "z" {}', 'a.tf': 'resource "aws_vpc" "a" {}' },
    resources: ['aws_vpc.a', 'aws_vpc.z'],
  },
  {
    name: 'test files and other files are no configuration',
    files: {
      'main.tf': 'resource "aws_vpc" "v" {}',
      'main.tftest.hcl': 'run "x" {}',
      'tests/a.tftest.hcl': 'run "x" {}',
      'README.md': '#',
      '.terraform.lock.hcl': '',
    },
    roots: [''],
    resources: ['aws_vpc.v'],
  },
  {
    name: 'an override file replaces arguments one by one',
    files: {
      'main.tf': 'resource "aws_s3_bucket" "b" {\n  bucket = "orders"\n  acl = "private"\n}',
      'prod_override.tf': 'resource "aws_s3_bucket" "b" {\n  acl = "public-read"\n  tags = { a = 1 }\n}',
    },
    resources: ['aws_s3_bucket.b'],
    expect: {
      'aws_s3_bucket.b > bucket': '"orders"',
      'aws_s3_bucket.b > acl': '"public-read"',
      'via aws_s3_bucket.b > acl': 'prod_override.tf:2',
      'aws_s3_bucket.b > tags': '{a: 1}',
    },
  },
  {
    name: 'an override file replaces all nested blocks of a type, and leaves others',
    files: {
      'main.tf':
        'resource "x_y" "z" {\n  a { n = 1 }\n  a { n = 2 }\n  b { n = 3 }\n  dynamic "c" {\n    for_each = [1]\n    content {}\n  }\n}',
      'override.tf': 'resource "x_y" "z" {\n  a { n = 9 }\n  c { n = 8 }\n}',
    },
    expect: {
      'blocks x_y.z': 'b a c',
      'x_y.z > a[0] > n': '9',
      'via x_y.z > a[0] > n': 'override.tf:2',
      'via x_y.z > b[0] > n': 'main.tf:4',
    },
  },
  {
    name: 'override files change variables, locals, outputs and module calls',
    files: {
      'main.tf':
        'variable "v" { default = 1 }\nlocals { l = 1 }\noutput "o" { value = [var.v, local.l] }\nmodule "m" { source = "./a" }\noutput "m" { value = module.m.x }',
      'override.tf': 'variable "v" { default = 2 }\nlocals { l = 3 }\nmodule "m" { source = "./b" }',
      'a/main.tf': 'output "x" { value = "a" }',
      'b/main.tf': 'output "x" { value = "b" }',
    },
    roots: ['', 'a'],
    expect: { 'output o': '[2, 3]', 'output m': '"b"' },
  },
  {
    name: 'override files are applied in lexical order',
    files: {
      'main.tf': 'locals { l = 1 }\noutput "o" { value = local.l }',
      'b_override.tf': 'locals { l = "b" }',
      'a_override.tf': 'locals { l = "a" }',
    },
    expect: { 'output o': '"b"' },
  },
  {
    name: 'an override of something that is not declared adds it',
    files: { 'main.tf': '', 'override.tf': 'resource "aws_vpc" "v" {}' },
    resources: ['aws_vpc.v'],
  },
  {
    name: 'every folder is a root module of its own unless called',
    files: {
      'a/main.tf': 'resource "aws_vpc" "a" {}',
      'a/b/main.tf': 'resource "aws_vpc" "b" {}',
      'main.tf': 'module "a" { source = "./a" }',
    },
    roots: ['', 'a/b'],
    resources: ['module.a.aws_vpc.a', 'aws_vpc.b'],
  },
  {
    name: 'a folder with variable files only is no module',
    files: { 'main.tf': '', 'env/prod.tfvars': 'a = 1' },
    roots: [''],
  },
  {
    name: 'blocks that declare no managed resources are tolerated',
    files:
      'moved {\n  from = a.b\n  to = a.c\n}\nimport {\n  to = aws_vpc.v\n  id = "vpc-1"\n}\nremoved {\n  from = aws_vpc.old\n}\ncheck "health" {\n  data "http" "x" {}\n}\nresource "aws_vpc" "v" {}',
    resources: ['data.http.x', 'aws_vpc.v'],
  },
  {
    name: 'a resource without a name is said and left out',
    files: 'resource "aws_vpc" {}\nresource "aws_vpc" "v" {}',
    resources: ['aws_vpc.v'],
    diagnostics: ['terraform-block'],
  },
  {
    name: 'a broken file does not take the others with it',
    files: { 'a.tf': 'resource "aws_vpc" "a" {\n  cidr = [[[\n', 'b.tf': 'resource "aws_vpc" "b" {}' },
    expect: { 'uncertain aws_vpc.b': 'false' },
    diagnostics: ['hcl-syntax', 'hcl-syntax'],
  },
  {
    name: 'an attribute given twice counts as first written',
    files: 'resource "aws_s3_bucket" "b" {\n  acl = "private"\n  acl = "public-read"\n}',
    expect: { 'aws_s3_bucket.b > acl': '"private"' },
    diagnostics: ['hcl-duplicate-attribute'],
  },
  {
    name: 'locals and variables declared twice count as first written',
    files:
      'locals { a = 1 }\nlocals { a = 2 }\nvariable "v" { default = 1 }\nvariable "v" { default = 2 }\noutput "o" { value = [local.a, var.v] }',
    expect: { 'output o': '[1, 1]' },
    diagnostics: ['duplicate-declaration', 'duplicate-declaration'],
  },
];

for (const single of cases) {
  test(single.name, () => {
    const { actual, expected } = outcome(single);
    assert.deepEqual(actual, expected);
  });
}
