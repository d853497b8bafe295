import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childExpressions } from './index.ts';
import { parseHcl, parseTerraformJson, parseTfvars } from './index.ts';
import { dumpBody } from './dump.test-helper.ts';

/** The same configuration in JSON and in native syntax gives the same tree. */
const pairs: readonly (readonly [string, unknown, string])[] = [
  [
    'resource with nested blocks as attributes',
    { resource: { aws_s3_bucket: { orders: { bucket: 'orders-${var.env}', versioning: [{ enabled: true }], count: 2 } } } },
    'resource "aws_s3_bucket" "orders" {\nbucket = "orders-${var.env}"\nversioning = [{ enabled = true }]\ncount = 2\n}',
  ],
  [
    'references are expressions',
    { resource: [{ aws_instance: [{ web: [{ depends_on: ['aws_iam_role.app'], provider: 'aws.tokyo' }] }] }] },
    'resource "aws_instance" "web" {\ndepends_on = [aws_iam_role.app]\nprovider = aws.tokyo\n}',
  ],
  [
    'lifecycle, dynamic and provisioner are blocks',
    {
      resource: {
        aws_instance: {
          web: {
            lifecycle: { ignore_changes: ['tags["a"]'], precondition: [{ condition: '${var.ok}' }] },
            dynamic: { rule: { for_each: '${var.rules}', iterator: 'r', content: { port: '${r.value}' } } },
            provisioner: [{ 'local-exec': { command: 'true' } }],
          },
        },
      },
    },
    `resource "aws_instance" "web" {
      lifecycle {
        ignore_changes = [tags["a"]]
        precondition { condition = "\${var.ok}" }
      }
      dynamic "rule" {
        for_each = "\${var.rules}"
        iterator = r
        content { port = "\${r.value}" }
      }
      provisioner "local-exec" { command = "true" }
    }`,
  ],
  [
    'variables: type is an expression, default is taken as it is',
    { variable: { cidr: { type: 'list(string)', default: ['$${a}', '${b}'], description: '${c}' } } },
    'variable "cidr" {\ntype = list(string)\ndefault = ["$$${a}", "$${b}"]\ndescription = "$${c}"\n}',
  ],
  [
    'several providers of one name',
    { provider: { aws: [{ region: 'eu-central-1' }, { alias: 'tokyo' }] } },
    'provider "aws" {\nregion = "eu-central-1"\n}\nprovider "aws" {\nalias = "tokyo"\n}',
  ],
  [
    'terraform, locals, module, moved, output',
    {
      terraform: { required_version: '>= 1.5', backend: { s3: { bucket: 'state' } } },
      locals: { '//': 'note', a: '%{ if x }y%{ endif }' },
      module: { vpc: { source: './vpc', providers: { 'aws.east': 'aws.east' } } },
      moved: [{ from: 'a.b', to: 'a.c' }],
      output: { id: { value: '${a.b}' } },
    },
    `terraform {
      required_version = ">= 1.5"
      backend "s3" { bucket = "state" }
    }
    locals { a = "%{ if x }y%{ endif }" }
    module "vpc" {
      source = "./vpc"
      providers = { "aws.east" = aws.east }
    }
    moved {
      from = a.b
      to = a.c
    }
    output "id" { value = "\${a.b}" }`,
  ],
  [
    'check with data',
    { check: { up: { data: { http: { site: { url: 'https://example.com' } } }, assert: { condition: '${x}' } } } },
    'check "up" {\ndata "http" "site" { url = "https://example.com" }\nassert { condition = "${x}" }\n}',
  ],
];

for (const [title, json, native] of pairs) {
  test(`Terraform JSON: ${title}`, () => {
    const file = parseTerraformJson({ path: 'main.tf.json', text: JSON.stringify(json) });
    assert.deepEqual(file.diagnostics, []);
    assert.equal(dumpBody(file.body), dumpBody(parseHcl({ path: 'main.tf', text: native }).body));
  });
}

test('Terraform JSON: nodes inside a string with escapes point at the JSON text', () => {
  const text = '{"locals": {"a": "x\\n\\"${var.name}\\u00e9"}}';
  const attribute = parseTerraformJson({ path: 'main.tf.json', text }).body.blocks[0]!.body.attributes[0]!;
  assert.equal(text.slice(attribute.start, attribute.end), '"a": "x\\n\\"${var.name}\\u00e9"');
  assert.deepEqual(
    childExpressions(attribute.value).map((child) => text.slice(child.start, child.end)),
    ['var.name'],
  );
});

test('Terraform JSON: a broken template is one invalid attribute with its place in the file', () => {
  const text = '{"locals": {\n "a": "\\n${var.",\n "b": 2}}';
  const { body, diagnostics } = parseTerraformJson({ path: 'main.tf.json', text });
  assert.equal(dumpBody(body), 'locals {a=INVALID; b=2}');
  assert.deepEqual(
    diagnostics.map(({ line, column, code }) => [line, column, code]),
    [[2, 16, 'hcl-syntax']],
  );
});

test('Terraform JSON: a block that is no object is reported and the rest is read', () => {
  const { body, diagnostics } = parseTerraformJson({ path: 'main.tf.json', text: '{"resource": {"a": 7}, "locals": {"b": 1}}' });
  assert.equal(dumpBody(body), 'locals {b=1}');
  assert.deepEqual(
    diagnostics.map(({ column, message }) => [column, message]),
    [[20, '"a" is an object or a list of objects in JSON syntax, found number']],
  );
});

test('variables files: native and JSON give the same attributes, blocks are reported', () => {
  const native = parseTfvars({ path: 'prod.tfvars', text: 'cidrs = ["192.0.2.0/24"]\nports = { ssh = 22 }\nx {}\n' });
  const json = parseTfvars({ path: 'prod.tfvars.json', text: '{"cidrs": ["192.0.2.0/24"], "ports": {"ssh": 22}}' });
  assert.equal(dumpBody(native.body), dumpBody(json.body));
  assert.deepEqual(
    native.diagnostics.map(({ line, message }) => [line, message]),
    [[3, 'a variables file holds only attributes; block "x" is ignored']],
  );
});
