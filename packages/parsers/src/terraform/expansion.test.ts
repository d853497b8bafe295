import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvaluationCase } from './cases.test-helper.ts';
import { outcome } from './cases.test-helper.ts';

const cases: readonly EvaluationCase[] = [
  {
    name: 'count makes numbered instances',
    files: 'resource "aws_instance" "web" {\n  count = 2\n  ami = "ami-${count.index}"\n}',
    resources: ['aws_instance.web[0]', 'aws_instance.web[1]'],
    expect: { 'aws_instance.web[1] > ami': '"ami-1"', 'uncertain aws_instance.web[1]': 'false' },
  },
  { name: 'count = 0 makes none', files: 'resource "aws_instance" "web" { count = 0 }', resources: [] },
  {
    name: 'a conditional count of a known variable decides',
    files: 'variable "on" { default = false }\nresource "aws_instance" "web" { count = var.on ? 1 : 0 }',
    resources: [],
  },
  {
    name: 'a count given as text or boolean is read',
    files: 'resource "aws_vpc" "a" { count = "1" }\nresource "aws_vpc" "b" { count = true }',
    resources: ['aws_vpc.a[0]', 'aws_vpc.b[0]'],
  },
  {
    name: 'an unknown count makes one uncertain instance without key',
    files: 'variable "n" {}\nresource "aws_instance" "web" {\n  count = var.n\n  ami = "ami-1"\n  index = count.index\n}',
    resources: ['aws_instance.web'],
    expect: {
      'uncertain aws_instance.web': 'true',
      'aws_instance.web > ami': '"ami-1"',
      'aws_instance.web > index': '<unset-variable: count is not known: variable "n" has no value>',
    },
  },
  {
    name: 'for_each over a map gives keys and values in order of the keys',
    files: 'resource "aws_s3_bucket" "b" {\n  for_each = { logs = "l", orders = "o" }\n  bucket = "${each.key}-${each.value}"\n}',
    resources: ['aws_s3_bucket.b["logs"]', 'aws_s3_bucket.b["orders"]'],
    expect: { 'aws_s3_bucket.b["orders"] > bucket': '"orders-o"' },
  },
  {
    name: 'for_each over a set gives its elements as key and value',
    files: 'resource "aws_s3_bucket" "b" {\n  for_each = toset(["orders", "logs"])\n  bucket = each.value\n}',
    resources: ['aws_s3_bucket.b["logs"]', 'aws_s3_bucket.b["orders"]'],
    expect: { 'aws_s3_bucket.b["logs"] > bucket': '"logs"', 'via aws_s3_bucket.b["logs"] > bucket': 'each.value main.tf:3 ← main.tf:2' },
  },
  {
    name: 'a list in for_each, an error in Terraform, is read as a set',
    files: 'resource "aws_s3_bucket" "b" {\n  for_each = ["x"]\n  bucket = each.key\n}',
    resources: ['aws_s3_bucket.b["x"]'],
    expect: { 'aws_s3_bucket.b["x"] > bucket': '"x"' },
  },
  {
    name: 'each.value keeps the line of its entry and the way of the collection',
    files: {
      'main.tf': 'variable "buckets" {}\nresource "aws_s3_bucket_acl" "b" {\n  for_each = var.buckets\n  acl = each.value.acl\n}',
      'terraform.tfvars': 'buckets = {\n  orders = { acl = "private" }\n  media = { acl = "public-read" }\n}',
    },
    expect: { 'via aws_s3_bucket_acl.b["media"] > acl': 'each.value main.tf:4 ← var.buckets main.tf:3 ← terraform.tfvars:3' },
  },
  {
    name: 'an unknown for_each makes one uncertain instance with unknown each',
    files: 'variable "b" {}\nresource "aws_s3_bucket" "b" {\n  for_each = var.b\n  bucket = each.key\n}',
    resources: ['aws_s3_bucket.b'],
    expect: { 'uncertain aws_s3_bucket.b': 'true', 'aws_s3_bucket.b > bucket': '<unset-variable: variable "b" has no value>' },
  },
  {
    name: 'a partly known for_each makes the known instances and an uncertain one',
    files: 'variable "more" {}\nresource "aws_s3_bucket" "b" {\n  for_each = merge(var.more, { orders = "o" })\n  bucket = each.key\n}',
    resources: ['aws_s3_bucket.b["orders"]', 'aws_s3_bucket.b'],
    expect: { 'uncertain aws_s3_bucket.b["orders"]': 'false', 'uncertain aws_s3_bucket.b': 'true' },
  },
  {
    name: 'unknown values under known keys make certain instances',
    files: 'resource "aws_vpc" "v" {}\nresource "aws_subnet" "s" {\n  for_each = { a = aws_vpc.v.id }\n  vpc_id = each.value\n}',
    resources: ['aws_vpc.v', 'aws_subnet.s["a"]'],
    expect: { 'refs aws_subnet.s["a"] > vpc_id': 'aws_vpc.v.id', 'uncertain aws_subnet.s["a"]': 'false' },
  },
  {
    name: 'for_each over a for-expression of an object list',
    files:
      'variable "rules" {\n  default = [{ name = "ssh", port = 22 }, { name = "web", port = 443 }]\n}\nresource "aws_vpc_security_group_ingress_rule" "r" {\n  for_each = { for r in var.rules : r.name => r }\n  from_port = each.value.port\n}',
    expect: {
      'aws_vpc_security_group_ingress_rule.r["ssh"] > from_port': '22',
      'via aws_vpc_security_group_ingress_rule.r["ssh"] > from_port': 'each.value main.tf:6 ← var.rules main.tf:5 ← main.tf:2',
    },
  },
  {
    name: 'for_each over the instances of another resource',
    files:
      'resource "aws_s3_bucket" "b" {\n  for_each = toset(["orders"])\n  bucket = each.key\n}\nresource "aws_s3_bucket_versioning" "v" {\n  for_each = aws_s3_bucket.b\n  bucket = each.value.id\n}',
    resources: ['aws_s3_bucket.b["orders"]', 'aws_s3_bucket_versioning.v["orders"]'],
    expect: { 'refs aws_s3_bucket_versioning.v["orders"] > bucket': 'aws_s3_bucket.b["orders"].id' },
  },
  {
    name: 'keys with quotes are written as Terraform prints them',
    files: 'resource "aws_s3_bucket" "b" { for_each = toset(["a\\"b"]) }',
    resources: ['aws_s3_bucket.b["a\\"b"]'],
  },
  {
    name: 'lifecycle enabled = false of OpenTofu leaves the resource out',
    files: 'resource "aws_vpc" "v" {\n  lifecycle {\n    enabled = false\n  }\n}',
    resources: [],
  },
  {
    name: 'an unknown enabled leaves the resource uncertain',
    files: 'variable "on" {}\nresource "aws_vpc" "v" {\n  lifecycle {\n    enabled = var.on\n  }\n}',
    expect: { 'uncertain aws_vpc.v': 'true' },
  },
  {
    name: 'a dynamic block is written out for each element',
    files:
      'variable "ports" { default = [22, 443] }\nresource "aws_security_group" "web" {\n  dynamic "ingress" {\n    for_each = var.ports\n    content {\n      from_port = ingress.value\n      to_port = ingress.key\n    }\n  }\n}',
    expect: {
      'blocks aws_security_group.web': 'ingress ingress',
      'aws_security_group.web > ingress[1] > from_port': '443',
      'aws_security_group.web > ingress[1] > to_port': '1',
      'via aws_security_group.web > ingress[0] > from_port': 'ingress.value main.tf:6 ← var.ports main.tf:4 ← main.tf:1',
    },
  },
  {
    name: 'a dynamic block over a map has keys, over a set its elements',
    files:
      'resource "x_y" "z" {\n  dynamic "a" {\n    for_each = { k = "v" }\n    content { t = "${a.key}=${a.value}" }\n  }\n  dynamic "b" {\n    for_each = toset(["e"])\n    content { t = "${b.key}=${b.value}" }\n  }\n}',
    expect: { 'x_y.z > a[0] > t': '"k=v"', 'x_y.z > b[0] > t': '"e=e"' },
  },
  {
    name: 'an iterator renames the loop variable',
    files: 'resource "x_y" "z" {\n  dynamic "rule" {\n    for_each = ["r"]\n    iterator = it\n    content { name = it.value }\n  }\n}',
    expect: { 'x_y.z > rule[0] > name': '"r"', 'via x_y.z > rule[0] > name': 'it.value main.tf:5 ← main.tf:3' },
  },
  {
    name: 'nested dynamic blocks see the outer iterator',
    files:
      'resource "x_y" "z" {\n  dynamic "outer" {\n    for_each = [{ name = "a", ports = [1, 2] }]\n    content {\n      dynamic "inner" {\n        for_each = outer.value.ports\n        content { id = "${outer.value.name}${inner.value}" }\n      }\n    }\n  }\n}',
    expect: { 'blocks x_y.z > outer[0]': 'inner inner', 'x_y.z > outer[0] > inner[1] > id': '"a2"' },
  },
  {
    name: 'a dynamic block over something unknown is one uncertain block',
    files:
      'variable "rules" {}\nresource "aws_security_group" "web" {\n  dynamic "ingress" {\n    for_each = var.rules\n    content {\n      from_port = ingress.value.port\n      protocol = "tcp"\n    }\n  }\n}',
    expect: {
      'blocks aws_security_group.web': 'ingress?',
      'aws_security_group.web > ingress[0] > from_port': '<unset-variable: variable "rules" has no value>',
      'aws_security_group.web > ingress[0] > protocol': '"tcp"',
    },
  },
  {
    name: 'a dynamic block over a partly known list is the known blocks and an uncertain one',
    files:
      'variable "more" {}\nresource "aws_security_group" "web" {\n  dynamic "ingress" {\n    for_each = concat([22], var.more)\n    content { from_port = ingress.value }\n  }\n}',
    expect: { 'blocks aws_security_group.web': 'ingress ingress?', 'aws_security_group.web > ingress[0] > from_port': '22' },
  },
  {
    name: 'a conditional dynamic block over an empty list leaves nothing',
    files:
      'variable "log" { default = null }\nresource "aws_lb" "x" {\n  dynamic "access_logs" {\n    for_each = var.log == null ? [] : [var.log]\n    content { bucket = access_logs.value }\n  }\n}',
    expect: { 'blocks aws_lb.x': '' },
  },
  {
    name: 'dynamic blocks keep their place among written ones',
    files: 'resource "x_y" "z" {\n  a {}\n  dynamic "b" {\n    for_each = [1]\n    content {}\n  }\n  c {}\n}',
    expect: { 'blocks x_y.z': 'a b c' },
  },
  {
    name: 'a list given as an attribute stays one',
    files: 'resource "aws_security_group" "web" {\n  ingress = [{ from_port = 22 }]\n}',
    expect: { 'aws_security_group.web > ingress': '[{from_port: 22}]', 'blocks aws_security_group.web': '' },
  },
  {
    name: 'lifecycle is kept, with the names in ignore_changes as texts',
    files:
      'resource "aws_vpc" "v" {\n  lifecycle {\n    prevent_destroy = true\n    ignore_changes = [tags, "cidr_block", ingress[0].description]\n  }\n}\nresource "aws_vpc" "w" {\n  lifecycle {\n    ignore_changes = all\n  }\n}',
    expect: {
      'aws_vpc.v > lifecycle[0] > prevent_destroy': 'true',
      'aws_vpc.v > lifecycle[0] > ignore_changes': '["tags", "cidr_block", "ingress[0].description"]',
      'aws_vpc.w > lifecycle[0] > ignore_changes': '"all"',
    },
  },
  {
    name: 'meta-arguments are no attributes',
    files: 'resource "aws_vpc" "v" {\n  count = 1\n  provider = aws.eu\n  depends_on = [aws_vpc.other]\n}',
    expect: { 'aws_vpc.v[0] > count': '(absent)', 'aws_vpc.v[0] > provider': '(absent)', 'aws_vpc.v[0] > depends_on': '(absent)' },
  },
  {
    name: 'provisioner and connection are plain blocks in which self is unknown',
    files: 'resource "aws_instance" "i" {\n  provisioner "local-exec" {\n    command = "ping ${self.public_ip}"\n  }\n}',
    expect: { 'aws_instance.i > provisioner[0] > command': '"ping ${computed}"' },
  },
  {
    name: 'JSON syntax: a resource with count, a template and a dynamic block',
    files: {
      'main.tf.json':
        '{"variable": {"n": {"default": "orders"}}, "resource": {"aws_security_group": {"web": {"count": 1, "name": "${var.n}-sg", "dynamic": {"ingress": {"for_each": [22], "content": {"from_port": "${ingress.value}"}}}}}}}',
    },
    resources: ['aws_security_group.web[0]'],
    expect: { 'aws_security_group.web[0] > name': '"orders-sg"', 'aws_security_group.web[0] > ingress[0] > from_port': '22' },
  },
  {
    name: 'JSON syntax: nested blocks stay attributes',
    files: { 'main.tf.json': '{"resource": {"aws_s3_bucket": {"b": {"versioning": [{"enabled": true}]}}}}' },
    expect: { 'aws_s3_bucket.b > versioning': '[{enabled: true}]' },
  },
];

for (const single of cases) {
  test(single.name, () => {
    const { actual, expected } = outcome(single);
    assert.deepEqual(actual, expected);
  });
}
