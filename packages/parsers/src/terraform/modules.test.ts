import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvaluationCase } from './cases.test-helper.ts';
import { outcome } from './cases.test-helper.ts';

const LOGS =
  'variable "acl" {\n  default = "private"\n}\nresource "aws_s3_bucket_acl" "this" {\n  acl = var.acl\n}\noutput "acl" { value = aws_s3_bucket_acl.this.acl }\noutput "id" { value = aws_s3_bucket_acl.this.id }';
const VPC_MANIFEST =
  '{"Modules": [{"Key": "", "Dir": "."}, {"Key": "vpc", "Source": "registry.example.com/acme/vpc/aws", "Dir": ".terraform/modules/vpc"}, {"Key": "vpc.subnets", "Dir": ".terraform/modules/vpc/modules/subnets"}]}';

const cases: readonly EvaluationCase[] = [
  {
    name: 'a module called through a source that is put together is no root of its own',
    files: {
      'main.tf': 'module "logs" {\n  source = "./${"modules"}/logs"\n}',
      'modules/logs/main.tf': 'resource "aws_s3_bucket" "b" {}',
    },
    roots: [''],
    resources: ['module.logs.aws_s3_bucket.b'],
  },
  {
    name: 'of two modules that call each other through such sources one stays',
    files: {
      'a/main.tf': 'module "b" {\n  source = "../${"b"}"\n}\nresource "aws_s3_bucket" "a" {}',
      'b/main.tf': 'module "a" {\n  source = "../${"a"}"\n}',
    },
    roots: ['b'],
    resources: ['module.a.aws_s3_bucket.a'],
    diagnostics: ['cycle', 'cycle'],
  },
  {
    name: 'a called module is evaluated as called and not once more by itself',
    files: { 'main.tf': 'module "logs" {\n  source = "./modules/logs"\n  acl = "public-read"\n}', 'modules/logs/main.tf': LOGS },
    roots: [''],
    resources: ['module.logs.aws_s3_bucket_acl.this'],
    expect: {
      'module.logs.aws_s3_bucket_acl.this > acl': '"public-read"',
      'via module.logs.aws_s3_bucket_acl.this > acl': 'var.acl modules/logs/main.tf:5 ← module.logs.acl main.tf:3 ← main.tf:3',
    },
  },
  {
    name: 'the whole way from a variable file through a module argument is kept',
    files: {
      'main.tf': 'variable "log_acl" {}\nmodule "logs" {\n  source = "./modules/logs"\n  acl = var.log_acl\n}',
      'terraform.tfvars': 'log_acl = "public-read"',
      'modules/logs/main.tf': LOGS,
    },
    expect: {
      'via module.logs.aws_s3_bucket_acl.this > acl':
        'var.acl modules/logs/main.tf:5 ← module.logs.acl main.tf:4 ← var.log_acl main.tf:4 ← terraform.tfvars:1',
    },
  },
  {
    name: 'an argument left out gives the default of the module',
    files: { 'main.tf': 'module "logs" { source = "./logs" }', 'logs/main.tf': LOGS },
    expect: { 'via module.logs.aws_s3_bucket_acl.this > acl': 'var.acl logs/main.tf:5 ← logs/main.tf:2' },
  },
  {
    name: 'an unset variable of the root reaches the module as unknown, by the name of the root',
    files: { 'main.tf': 'variable "a" {}\nmodule "logs" {\n  source = "./logs"\n  acl = var.a\n}', 'logs/main.tf': LOGS },
    expect: { 'module.logs.aws_s3_bucket_acl.this > acl': '<unset-variable: variable "a" has no value>' },
  },
  {
    name: 'an output is a step on the way and keeps the edge',
    files: {
      'main.tf': 'module "logs" { source = "./logs" }\nresource "x_y" "z" {\n  acl = module.logs.acl\n  id = module.logs.id\n}',
      'logs/main.tf': LOGS,
    },
    expect: {
      'x_y.z > acl': '"private"',
      'via x_y.z > acl': 'module.logs.acl main.tf:3 ← aws_s3_bucket_acl.this.acl logs/main.tf:7 ← var.acl logs/main.tf:5 ← logs/main.tf:2',
      'refs x_y.z > id': 'module.logs.aws_s3_bucket_acl.this.id',
    },
  },
  {
    name: 'an output that does not exist is unresolved',
    files: { 'main.tf': 'module "logs" { source = "./logs" }\noutput "x" { value = module.logs.nope }', 'logs/main.tf': LOGS },
    expect: { 'output x': '<unresolved-reference: module.logs has no output "nope">' },
  },
  {
    name: 'a sensitive output marks its value',
    files: {
      'main.tf': 'module "m" { source = "./m" }\noutput "x" { value = module.m.x }',
      'm/main.tf': 'output "x" {\n  value = 1\n  sensitive = true\n}',
    },
    expect: { 'output x': 'sensitive 1' },
  },
  {
    name: 'a module with count has numbered instances',
    files: {
      'main.tf':
        'module "logs" {\n  source = "./logs"\n  count = 2\n  acl = "acl-${count.index}"\n}\noutput "x" { value = module.logs[1].acl }\noutput "all" { value = module.logs[*].acl }',
      'logs/main.tf': LOGS,
    },
    resources: ['module.logs[0].aws_s3_bucket_acl.this', 'module.logs[1].aws_s3_bucket_acl.this'],
    expect: { 'output x': '"acl-1"', 'output all': '["acl-0", "acl-1"]' },
  },
  {
    name: 'a module with count = 0 is not judged by itself',
    files: { 'main.tf': 'module "logs" {\n  source = "./logs"\n  count = 0\n}', 'logs/main.tf': LOGS },
    roots: [''],
    resources: [],
  },
  {
    name: 'a module with for_each over a for-expression has keyed instances',
    files: {
      'main.tf':
        'variable "b" {\n  default = [{ n = "eu", acl = "a1" }, { n = "us", acl = "a2" }]\n}\nmodule "logs" {\n  source = "./logs"\n  for_each = { for b in var.b : b.n => b }\n  acl = each.value.acl\n}\noutput "x" { value = { for k, m in module.logs : k => m.acl } }',
      'logs/main.tf': LOGS,
    },
    resources: ['module.logs["eu"].aws_s3_bucket_acl.this', 'module.logs["us"].aws_s3_bucket_acl.this'],
    expect: {
      'output x': '{eu: "a1", us: "a2"}',
      'via module.logs["us"].aws_s3_bucket_acl.this > acl':
        'var.acl logs/main.tf:5 ← module.logs.acl main.tf:7 ← each.value main.tf:7 ← var.b main.tf:6 ← main.tf:2',
    },
  },
  {
    name: 'a module under an unknown count is uncertain with all it holds',
    files: { 'main.tf': 'variable "n" {}\nmodule "logs" {\n  source = "./logs"\n  count = var.n\n}', 'logs/main.tf': LOGS },
    resources: ['module.logs.aws_s3_bucket_acl.this'],
    expect: { 'uncertain module.logs.aws_s3_bucket_acl.this': 'true' },
  },
  {
    name: 'modules nest, and addresses show it',
    files: {
      'main.tf': 'module "a" {\n  source = "./a"\n  for_each = toset(["x"])\n}',
      'a/main.tf': 'module "b" {\n  source = "../b"\n  count = 1\n}',
      'b/main.tf': 'resource "aws_vpc" "v" {}\nresource "aws_subnet" "s" { vpc_id = aws_vpc.v.id }',
    },
    roots: [''],
    resources: ['module.a["x"].module.b[0].aws_vpc.v', 'module.a["x"].module.b[0].aws_subnet.s'],
    expect: { 'refs module.a["x"].module.b[0].aws_subnet.s > vpc_id': 'module.a["x"].module.b[0].aws_vpc.v.id' },
  },
  {
    name: 'one module called from two roots is evaluated for both',
    files: {
      'eu/main.tf': 'module "logs" {\n  source = "../logs"\n  acl = "eu"\n}',
      'us/main.tf': 'module "logs" {\n  source = "../logs"\n  acl = "us"\n}',
      'logs/main.tf': LOGS,
    },
    roots: ['eu', 'us'],
    resources: ['module.logs.aws_s3_bucket_acl.this', 'module.logs.aws_s3_bucket_acl.this'],
  },
  {
    name: 'an example that calls the module above it is the root',
    files: {
      'main.tf': 'variable "acl" {}\nresource "aws_s3_bucket_acl" "this" { acl = var.acl }',
      'examples/complete/main.tf': 'module "m" {\n  source = "../../"\n  acl = "private"\n}',
    },
    roots: ['examples/complete'],
    resources: ['module.m.aws_s3_bucket_acl.this'],
    expect: { 'module.m.aws_s3_bucket_acl.this > acl': '"private"' },
  },
  {
    name: 'a remote module leaves the rest of its caller standing',
    files:
      'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n  version = "5.0.0"\n}\nresource "aws_instance" "web" {\n  subnet_id = module.vpc.public_subnets[0]\n  monitoring = true\n}',
    resources: ['aws_instance.web'],
    expect: {
      'aws_instance.web > monitoring': 'true',
      'aws_instance.web > subnet_id': '<remote-module: module "vpc" comes from "terraform-aws-modules/vpc/aws", which is not on this disk>',
      'refs aws_instance.web > subnet_id': 'module.vpc.public_subnets',
    },
    diagnostics: ['remote-module'],
  },
  {
    name: 'a remote module that was installed is evaluated, its own submodules too',
    files: {
      'infra/main.tf': 'module "vpc" {\n  source = "acme/vpc/aws"\n  cidr = "10.9.0.0/16"\n}',
      'infra/.terraform/modules/modules.json': VPC_MANIFEST,
      'infra/.terraform/modules/vpc/main.tf':
        'variable "cidr" {}\nresource "aws_vpc" "v" { cidr_block = var.cidr }\nmodule "subnets" { source = "./modules/subnets" }\nmodule "flow" { source = "acme/flow/aws" }',
      'infra/.terraform/modules/vpc/modules/subnets/main.tf': 'resource "aws_subnet" "s" {}',
      'infra/.terraform/modules/vpc/examples/main.tf': 'resource "aws_subnet" "example" {}',
    },
    roots: ['infra'],
    resources: ['module.vpc.aws_vpc.v', 'module.vpc.module.subnets.aws_subnet.s'],
    expect: { 'module.vpc.aws_vpc.v > cidr_block': '"10.9.0.0/16"' },
    diagnostics: ['remote-module'],
  },
  {
    name: 'a broken modules.json is as good as none',
    files: { 'main.tf': 'module "vpc" { source = "acme/vpc/aws" }', '.terraform/modules/modules.json': '{"Modules": [{"Key": 5}, null' },
    resources: [],
    diagnostics: ['remote-module'],
  },
  {
    name: 'a local path without Terraform files is said',
    files: { 'main.tf': 'module "m" { source = "./gone" }\noutput "x" { value = module.m.id }' },
    expect: { 'output x': '<unresolved-reference: module "m": there are no Terraform files in ./gone>', 'refs output x': 'module.m.id' },
    diagnostics: ['module-not-found'],
  },
  {
    name: 'a path out of the TARGET is not followed',
    files: { 'main.tf': 'module "m" { source = "../../elsewhere" }\noutput "x" { value = module.m.id }' },
    expect: { 'output x': '<outside-root: module "m" lies outside of the scanned folder (../../elsewhere)>' },
    diagnostics: ['outside-root'],
  },
  {
    name: 'a module that calls itself ends in a diagnostic, and what it holds is read once',
    files: { 'main.tf': 'resource "aws_vpc" "v" {}\nmodule "me" { source = "./" }' },
    roots: [''],
    resources: ['aws_vpc.v'],
    diagnostics: ['cycle'],
  },
  {
    name: 'modules that call each other in a circle lose nothing',
    files: {
      'a/main.tf': 'resource "aws_vpc" "a" {}\nmodule "b" { source = "../b" }',
      'b/main.tf': 'resource "aws_vpc" "b" {}\nmodule "a" { source = "../a" }\nmodule "c" { source = "../c" }',
      'c/main.tf': 'resource "aws_vpc" "c" {}',
    },
    roots: ['a'],
    resources: ['aws_vpc.a', 'module.b.aws_vpc.b', 'module.b.module.c.aws_vpc.c'],
    diagnostics: ['cycle'],
  },
  {
    name: 'a circle below a root needs no root of its own',
    files: {
      'main.tf': 'module "b" { source = "./b" }',
      'a/main.tf': 'module "b" { source = "../b" }',
      'b/main.tf': 'resource "aws_vpc" "b" {}\nmodule "a" { source = "../a" }',
    },
    roots: [''],
    resources: ['module.b.aws_vpc.b'],
    diagnostics: ['cycle'],
  },
  {
    name: 'a circle of arguments through a module is a cycle',
    files: {
      'main.tf': 'module "m" {\n  source = "./m"\n  a = module.m.b\n}\noutput "x" { value = module.m.b }',
      'm/main.tf': 'variable "a" {}\noutput "b" { value = var.a }',
    },
    expect: { 'output x': '<cycle: output.b depends on itself>' },
    diagnostics: ['cycle'],
  },
  {
    name: 'path.module is seen from the root module',
    files: {
      'live/prod/main.tf': 'module "m" { source = "../../modules/m" }\noutput "x" { value = module.m.p }',
      'modules/m/main.tf': 'output "p" { value = "${path.module} ${path.root}" }',
    },
    expect: { 'output x': '"../../modules/m ."' },
  },
  {
    name: 'an argument the module does not declare does no harm',
    files: { 'main.tf': 'module "logs" {\n  source = "./logs"\n  nonsense = 1\n}', 'logs/main.tf': LOGS },
    resources: ['module.logs.aws_s3_bucket_acl.this'],
  },
  {
    name: 'a module object passed on keeps its outputs',
    files: {
      'main.tf': 'module "logs" { source = "./logs" }\nlocals { m = module.logs }\noutput "x" { value = local.m.acl }',
      'logs/main.tf': LOGS,
    },
    expect: { 'output x': '"private"' },
  },
];

for (const single of cases) {
  test(single.name, () => {
    const { actual, expected } = outcome(single);
    assert.deepEqual(actual, expected);
  });
}
