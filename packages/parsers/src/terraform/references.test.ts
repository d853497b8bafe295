import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvaluationCase } from './cases.test-helper.ts';
import { outcome } from './cases.test-helper.ts';

const cases: readonly EvaluationCase[] = [
  {
    name: 'a data source inside a check block is read like any other',
    files:
      'check "health" {\n  data "http" "site" {\n    url = "https://example.com"\n  }\n  assert {\n    condition = data.http.site.status_code == 200\n    error_message = "down"\n  }\n}',
    resources: ['data.http.site'],
    expect: { 'data.http.site > url': '"https://example.com"' },
  },
  {
    name: 'an attribute set in the code is its value, with the edge and the way',
    files:
      'resource "aws_s3_bucket" "b" {\n  bucket = "orders"\n}\nresource "aws_s3_bucket_acl" "a" {\n  bucket = aws_s3_bucket.b.bucket\n}',
    expect: {
      'aws_s3_bucket_acl.a > bucket': '"orders"',
      'refs aws_s3_bucket_acl.a > bucket': 'aws_s3_bucket.b.bucket',
      'via aws_s3_bucket_acl.a > bucket': 'aws_s3_bucket.b.bucket main.tf:5 ← main.tf:2',
    },
  },
  {
    name: 'an attribute the provider decides is unknown and keeps the edge and the place of the reference',
    files: 'resource "aws_s3_bucket" "b" {}\nresource "aws_s3_bucket_acl" "a" {\n  bucket = aws_s3_bucket.b.id\n}',
    expect: {
      'aws_s3_bucket_acl.a > bucket': '<computed: aws_s3_bucket.b.id is decided by the provider>',
      'refs aws_s3_bucket_acl.a > bucket': 'aws_s3_bucket.b.id',
      'via aws_s3_bucket_acl.a > bucket': 'main.tf:3',
    },
  },
  {
    name: 'a null attribute is left to the provider',
    files: 'resource "aws_kms_key" "k" { key_usage = null }\noutput "x" { value = aws_kms_key.k.key_usage }',
    expect: { 'output x': '<computed: aws_kms_key.k.key_usage is decided by the provider>' },
  },
  {
    name: 'an id is not null, on whatever way it comes, unless the resource may not exist or is not managed here',
    files: {
      'main.tf':
        'variable "known" { default = 1 }\nvariable "open" {}\nresource "aws_kms_key" "k" {}\nresource "aws_kms_key" "open" { count = var.open }\ndata "aws_kms_key" "d" {}\nmodule "m" {\n  source = "./m"\n  key    = aws_kms_key.k.arn\n}\noutput "module" { value = module.m.encrypted }\noutput "open" { value = aws_kms_key.open[0].id == null }\noutput "data" { value = data.aws_kms_key.d.arn != null }',
      'm/main.tf':
        'variable "key" {\n  type    = string\n  default = null\n}\nlocals {\n  key = try(var.key, null)\n}\noutput "encrypted" { value = local.key != null ? "yes" : "no" }',
    },
    expect: {
      'output module': '"yes"',
      'output open': '<computed: aws_kms_key.open.id is decided by the provider>',
      'output data': '<data-source: data.aws_kms_key.d.arn is read from the cloud>',
    },
  },
  {
    name: 'nested blocks of another resource can be read',
    files:
      'resource "aws_s3_bucket" "b" {\n  versioning {\n    enabled = true\n  }\n}\noutput "x" { value = aws_s3_bucket.b.versioning[0].enabled }\noutput "y" { value = aws_s3_bucket.b.versioning[0].mfa_delete }',
    expect: {
      'output x': 'true',
      'refs output x': 'aws_s3_bucket.b.versioning',
      'output y': '<computed: aws_s3_bucket.b.versioning is decided by the provider>',
    },
  },
  {
    name: 'a nested block that is not written is unknown',
    files: 'resource "aws_eks_cluster" "c" {}\noutput "x" { value = aws_eks_cluster.c.identity[0].oidc[0].issuer }',
    expect: {
      'output x': '<computed: aws_eks_cluster.c.identity is decided by the provider>',
      'refs output x': 'aws_eks_cluster.c.identity',
    },
  },
  {
    name: 'an instance is picked by index and by key',
    files:
      'resource "aws_vpc" "a" {\n  count = 2\n  cidr_block = "10.${count.index}.0.0/16"\n}\nresource "aws_vpc" "b" {\n  for_each = toset(["eu"])\n}\noutput "x" { value = aws_vpc.a[1].cidr_block }\noutput "y" { value = aws_vpc.b["eu"].id }',
    expect: { 'output x': '"10.1.0.0/16"', 'refs output x': 'aws_vpc.a[1].cidr_block', 'refs output y': 'aws_vpc.b["eu"].id' },
  },
  {
    name: 'a splat collects over counted instances',
    files:
      'resource "aws_subnet" "s" {\n  count = 2\n  cidr_block = "10.0.${count.index}.0/24"\n}\noutput "c" { value = aws_subnet.s[*].cidr_block }\noutput "i" { value = aws_subnet.s.*.id[0] }',
    expect: { 'output c': '["10.0.0.0/24", "10.0.1.0/24"]', 'refs output i': 'aws_subnet.s[0].id' },
  },
  {
    name: 'a for-expression collects over keyed instances',
    files:
      'resource "aws_subnet" "s" { for_each = toset(["a", "b"]) }\noutput "x" { value = { for k, s in aws_subnet.s : k => s.id } }\noutput "b" { value = values(aws_subnet.s)[1].arn }',
    expect: {
      'output x':
        '{a: <computed: aws_subnet.s["a"].id is decided by the provider>, b: <computed: aws_subnet.s["b"].id is decided by the provider>}',
      'refs output b': 'aws_subnet.s["b"].arn',
    },
  },
  {
    name: 'one() of a splat over count = 1 is the instance',
    files: 'resource "aws_vpc" "v" { count = 1 }\noutput "x" { value = one(aws_vpc.v[*].id) }',
    expect: { 'refs output x': 'aws_vpc.v[0].id' },
  },
  {
    name: 'an instance that does not exist is a failure that try() catches',
    files:
      'resource "aws_vpc" "v" { count = 0 }\noutput "x" { value = aws_vpc.v[0].id }\noutput "y" { value = try(aws_vpc.v[0].id, "none") }\noutput "z" { value = join("", aws_vpc.v[*].id) }',
    expect: { 'output x': '<unresolved-reference: aws_vpc.v has no instance here>', 'output y': '"none"', 'output z': '""' },
  },
  {
    name: 'under an unknown count any index means the uncertain instance',
    files:
      'variable "n" {}\nresource "aws_vpc" "v" {\n  count = var.n\n  cidr_block = "10.0.0.0/16"\n}\noutput "x" { value = aws_vpc.v[0].cidr_block }\noutput "y" { value = aws_vpc.v[*].id }',
    expect: { 'output x': '"10.0.0.0/16"', 'refs output x': 'aws_vpc.v.cidr_block', 'output y': '[…]' },
  },
  {
    name: 'an unknown key among several instances is unknown with an edge to all of them',
    files: 'variable "k" {}\nresource "aws_vpc" "v" { for_each = toset(["a", "b"]) }\noutput "x" { value = aws_vpc.v[var.k].id }',
    expect: { 'output x': '<computed: which instance of aws_vpc.v is meant is not known>', 'refs output x': 'aws_vpc.v.id' },
  },
  {
    name: 'an element of a splat by an unknown key may be of any instance',
    files: 'variable "k" {}\nresource "aws_vpc" "v" {\n  count = var.k\n}\noutput "x" { value = aws_vpc.v.*.id[var.k] }',
    expect: { 'refs output x': 'aws_vpc.v' },
  },
  {
    name: 'index 0 of a resource that is not counted is that resource',
    files: 'resource "aws_vpc" "v" {}\noutput "x" { value = aws_vpc.v[0].id }',
    expect: { 'refs output x': 'aws_vpc.v.id' },
  },
  {
    name: 'a counted resource without index, as in old code, is its first instance',
    files: 'resource "aws_vpc" "v" { count = 1 }\noutput "x" { value = "${aws_vpc.v.id}" }',
    expect: { 'refs output x': 'aws_vpc.v[0].id' },
  },
  {
    name: 'a resource that is not declared still leaves an edge',
    files: 'resource "aws_s3_bucket_acl" "a" { bucket = aws_s3_bucket.gone.id }',
    expect: {
      'aws_s3_bucket_acl.a > bucket': '<unresolved-reference: aws_s3_bucket.gone is not declared>',
      'refs aws_s3_bucket_acl.a > bucket': 'aws_s3_bucket.gone.id',
    },
  },
  {
    name: 'a data source is read from the cloud, except for what the code says',
    files:
      'data "aws_vpc" "v" {\n  cidr_block = "10.0.0.0/16"\n}\noutput "id" { value = data.aws_vpc.v.id }\noutput "c" { value = data.aws_vpc.v.cidr_block }',
    resources: ['data.aws_vpc.v'],
    expect: {
      'output id': '<data-source: data.aws_vpc.v.id is read from the cloud>',
      'refs output id': 'data.aws_vpc.v.id',
      'output c': '"10.0.0.0/16"',
    },
  },
  {
    name: 'account and region are read from the cloud, the partition is taken as the commercial one',
    files:
      'data "aws_caller_identity" "me" {}\ndata "aws_partition" "p" {}\noutput "x" { value = "arn:${data.aws_partition.p.partition}:iam::${data.aws_caller_identity.me.account_id}:root" }',
    expect: { 'output x': '"arn:aws:iam::${data.aws_caller_identity.me.account_id}:root"' },
  },
  {
    name: 'a whole resource is an object whose unwritten attributes are unknown',
    files:
      'resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }\nlocals { v = aws_vpc.v }\noutput "c" { value = local.v.cidr_block }\noutput "i" { value = local.v.id }',
    expect: {
      'output c': '"10.0.0.0/16"',
      'output i': '<computed: aws_vpc.v.id is decided by the provider>',
      'refs output i': 'aws_vpc.v.id',
      'refs output c': 'aws_vpc.v.cidr_block',
    },
  },
  {
    name: 'random and null resources are computed',
    files:
      'resource "random_id" "r" {}\nresource "terraform_data" "t" { input = "x" }\noutput "r" { value = random_id.r.hex }\noutput "t" { value = terraform_data.t.input }',
    expect: { 'output r': '<computed: random_id.r.hex is decided by the provider>', 'output t': '"x"' },
  },
  {
    name: 'an old template_file is rendered',
    files: {
      'main.tf':
        'data "template_file" "t" {\n  template = file("t.tpl")\n  vars = { name = "orders" }\n}\noutput "x" { value = data.template_file.t.rendered }',
      't.tpl': 'hello ${name}',
    },
    expect: { 'output x': '"hello orders"' },
  },
  {
    name: 'locals that need each other are a cycle, said once',
    files: 'locals {\n  a = local.b\n  b = local.a\n}\noutput "x" { value = local.a }\noutput "y" { value = local.b }',
    expect: { 'output x': '<cycle: local.a depends on itself>' },
    diagnostics: ['cycle'],
  },
  {
    name: 'a resource that refers to its own attribute is a cycle',
    files: 'resource "aws_vpc" "v" { tags = { Name = aws_vpc.v.tags } }',
    expect: { 'aws_vpc.v > tags': '{Name: <cycle: aws_vpc.v.tags depends on itself>}' },
    diagnostics: ['cycle'],
  },
  {
    name: 'two resources that refer to computed attributes of each other are no cycle',
    files:
      'resource "aws_security_group" "a" { description = aws_security_group.b.id }\nresource "aws_security_group" "b" { description = aws_security_group.a.id }',
    expect: {
      'refs aws_security_group.a > description': 'aws_security_group.b.id',
      'refs aws_security_group.b > description': 'aws_security_group.a.id',
    },
  },
  {
    name: 'a count that needs its own instances is a cycle',
    files: 'resource "aws_vpc" "v" { count = length(aws_vpc.v) }',
    resources: ['aws_vpc.v'],
    expect: { 'uncertain aws_vpc.v': 'true' },
    diagnostics: ['cycle'],
  },
  {
    name: 'resource names with hyphens are names',
    files: 'resource "aws_vpc" "my-vpc" { cidr_block = "10.0.0.0/16" }\noutput "x" { value = aws_vpc.my-vpc.cidr_block }',
    expect: { 'output x': '"10.0.0.0/16"' },
  },
  {
    name: 'a resource declared twice is there twice, references mean the first',
    files:
      'resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }\nresource "aws_vpc" "v" { cidr_block = "10.1.0.0/16" }\noutput "x" { value = aws_vpc.v.cidr_block }',
    resources: ['aws_vpc.v', 'aws_vpc.v'],
    expect: { 'output x': '"10.0.0.0/16"' },
    diagnostics: ['duplicate-declaration'],
  },
  {
    name: 'references go through conditionals and functions into the result',
    files: 'resource "aws_kms_key" "k" {}\nvariable "key" { default = null }\noutput "x" { value = coalesce(var.key, aws_kms_key.k.arn) }',
    expect: { 'refs output x': 'aws_kms_key.k.arn' },
  },
];

for (const single of cases) {
  test(single.name, () => {
    const { actual, expected } = outcome(single);
    assert.deepEqual(actual, expected);
  });
}
