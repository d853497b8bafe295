import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvaluationCase } from './cases.test-helper.ts';
import { outcome } from './cases.test-helper.ts';

const OUT = 'output "x" { value = data.aws_iam_policy_document.p.json }\n';
const statement = (body: string): string => `data "aws_iam_policy_document" "p" {\n  statement {\n${body}\n  }\n}\n${OUT}`;
const sid = (name: string, id: string, action: string, more = ''): string =>
  `data "aws_iam_policy_document" "${name}" {\n${more}  statement {\n    sid = "${id}"\n    actions = ["${action}"]\n  }\n}\n`;

const cases: readonly EvaluationCase[] = [
  {
    name: 'a document is rendered with the version and effect the provider assumes',
    files: statement('actions = ["s3:GetObject", "s3:PutObject"]\nresources = ["*"]'),
    expect: {
      'output x': String.raw`"{\"Statement\":[{\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],\"Effect\":\"Allow\",\"Resource\":\"*\"}],\"Version\":\"2012-10-17\"}"`,
      'structure output x':
        '{Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: ["*"]}]}',
    },
  },
  {
    name: 'sid, effect, version, policy id and the negated lists',
    files: `data "aws_iam_policy_document" "p" {\n  version = "2008-10-17"\n  policy_id = "orders"\n  statement {\n    sid = "Deny"\n    effect = "Deny"\n    not_actions = ["iam:*"]\n    not_resources = ["arn:aws:s3:::orders"]\n  }\n}\n${OUT}`,
    expect: {
      'structure output x':
        '{Version: "2008-10-17", Id: "orders", Statement: [{Sid: "Deny", Effect: "Deny", NotAction: ["iam:*"], NotResource: ["arn:aws:s3:::orders"]}]}',
    },
  },
  {
    name: 'a statement and its principals may be written as objects, as before Terraform 0.12',
    files: `data "aws_iam_policy_document" "p" {\n  statement = [{\n    actions = ["s3:*"]\n    principals = { type = "*", identifiers = ["*"] }\n  }]\n}\n${OUT}`,
    expect: {
      'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["s3:*"], Principal: "*"}]}',
    },
  },
  {
    name: 'principals are grouped by type, several blocks of one type joined',
    files: statement(
      'principals {\n  type = "AWS"\n  identifiers = ["123456789012"]\n}\nprincipals {\n  type = "AWS"\n  identifiers = ["210987654321"]\n}\nprincipals {\n  type = "Service"\n  identifiers = ["ec2.amazonaws.com"]\n}',
    ),
    expect: {
      'structure output x':
        '{Version: "2012-10-17", Statement: [{Effect: "Allow", Principal: {AWS: ["123456789012", "210987654321"], Service: ["ec2.amazonaws.com"]}}]}',
    },
  },
  {
    name: 'the type * with the identifier * is the bare star',
    files: statement('principals {\n  type = "*"\n  identifiers = ["*"]\n}'),
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Principal: "*"}]}' },
  },
  {
    name: 'the type AWS with the identifier * stays an object',
    files: statement('principals {\n  type = "AWS"\n  identifiers = ["*"]\n}'),
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Principal: {AWS: ["*"]}}]}' },
  },
  {
    name: 'not_principals become NotPrincipal',
    files: statement('not_principals {\n  type = "AWS"\n  identifiers = ["123456789012"]\n}'),
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", NotPrincipal: {AWS: ["123456789012"]}}]}' },
  },
  {
    name: 'conditions are grouped by operator and key',
    files: statement(
      'condition {\n  test = "StringEquals"\n  variable = "aws:SourceAccount"\n  values = ["123456789012"]\n}\ncondition {\n  test = "StringEquals"\n  variable = "aws:SourceAccount"\n  values = ["210987654321"]\n}\ncondition {\n  test = "Bool"\n  variable = "aws:SecureTransport"\n  values = [true]\n}',
    ),
    expect: {
      'structure output x':
        '{Version: "2012-10-17", Statement: [{Effect: "Allow", Condition: {StringEquals: {aws:SourceAccount: ["123456789012", "210987654321"]}, Bool: {aws:SecureTransport: ["true"]}}}]}',
    },
  },
  {
    name: 'policy variables written with & get their dollar sign',
    files: statement('resources = ["arn:aws:s3:::home/&{aws:username}/*"]'),
    expect: {
      'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Resource: ["arn:aws:s3:::home/${aws:username}/*"]}]}',
    },
  },
  {
    name: 'unknown parts stay parts of the text, in quotes, with their edges',
    files: `resource "aws_s3_bucket" "b" {}\n${statement('resources = [aws_s3_bucket.b.arn, "${aws_s3_bucket.b.arn}/*"]')}`,
    expect: {
      'output x': String.raw`"{\"Statement\":[{\"Effect\":\"Allow\",\"Resource\":[\"${'${aws_s3_bucket.b.arn}'}\",\"${'${aws_s3_bucket.b.arn}'}/*\"]}],\"Version\":\"2012-10-17\"}"`,
    },
  },
  {
    name: 'a value from a variable keeps its way inside the document',
    files: {
      'main.tf': `variable "actions" {}\n${statement('actions = var.actions')}locals { d = jsondecode(data.aws_iam_policy_document.p.json) }\noutput "a" { value = local.d.Statement[0].Action[1] }`,
      'terraform.tfvars': 'actions = [\n  "s3:GetObject",\n  "s3:*",\n]',
    },
    expect: {
      'output a': '"s3:*"',
      'via output a':
        'local.d main.tf:9 ← data.aws_iam_policy_document.p.json main.tf:8 ← data.aws_iam_policy_document.p main.tf:2 ← var.actions main.tf:4 ← terraform.tfvars:3',
    },
  },
  {
    name: 'dynamic statements are expanded',
    files: `data "aws_iam_policy_document" "p" {\n  dynamic "statement" {\n    for_each = ["s3:GetObject", "s3:PutObject"]\n    content { actions = [statement.value] }\n  }\n}\n${OUT}`,
    expect: {
      'structure output x':
        '{Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["s3:GetObject"]}, {Effect: "Allow", Action: ["s3:PutObject"]}]}',
    },
  },
  {
    name: 'a statement that may not exist leaves the list of statements open',
    files: `variable "s" {}\ndata "aws_iam_policy_document" "p" {\n  statement { actions = ["a:b"] }\n  dynamic "statement" {\n    for_each = var.s\n    content { actions = [statement.value] }\n  }\n}\n${OUT}`,
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["a:b"]}, …]}' },
  },
  {
    name: 'unknown actions leave the list open, known ones beside them stay',
    files: `variable "more" {}\n${statement('actions = concat(["s3:*"], var.more)')}`,
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["s3:*", …]}]}' },
  },
  {
    name: 'an unknown condition leaves the conditions open',
    files: `variable "v" {}\n${statement('dynamic "condition" {\n  for_each = var.v\n  content {\n    test = "Bool"\n    variable = "aws:SecureTransport"\n    values = ["true"]\n  }\n}')}`,
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Condition: {…}}]}' },
  },
  {
    name: 'an unknown principal type leaves the principals open',
    files: `variable "t" {}\n${statement('principals {\n  type = var.t\n  identifiers = ["*"]\n}')}`,
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Principal: {…}}]}' },
  },
  {
    name: 'source documents come first, statements of the same id take their place',
    files:
      sid('a', 'One', 'a:1') +
      sid('b', 'Two', 'b:2') +
      sid('p', 'One', 'p:1', '  source_policy_documents = [data.aws_iam_policy_document.a.json, data.aws_iam_policy_document.b.json]\n') +
      OUT,
    expect: {
      'structure output x':
        '{Version: "2012-10-17", Statement: [{Sid: "One", Effect: "Allow", Action: ["p:1"]}, {Sid: "Two", Effect: "Allow", Action: ["b:2"]}]}',
    },
  },
  {
    name: 'override documents win over statements of the same id and are added otherwise',
    files:
      sid('o', 'One', 'o:1') +
      sid('n', 'New', 'n:1') +
      sid('p', 'One', 'p:1', '  override_policy_documents = [data.aws_iam_policy_document.o.json, data.aws_iam_policy_document.n.json]\n') +
      OUT,
    expect: {
      'structure output x':
        '{Version: "2012-10-17", Statement: [{Sid: "One", Effect: "Allow", Action: ["o:1"]}, {Sid: "New", Effect: "Allow", Action: ["n:1"]}]}',
    },
  },
  {
    name: 'statements without id are never replaced',
    files: `data "aws_iam_policy_document" "a" {\n  statement { actions = ["a:1"] }\n}\ndata "aws_iam_policy_document" "p" {\n  source_policy_documents = [data.aws_iam_policy_document.a.json]\n  statement { actions = ["p:1"] }\n}\n${OUT}`,
    expect: {
      'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["a:1"]}, {Effect: "Allow", Action: ["p:1"]}]}',
    },
  },
  {
    name: 'the old arguments source_json and override_json work alike',
    files:
      sid('a', 'One', 'a:1') +
      sid('o', 'Two', 'o:2') +
      sid(
        'p',
        'Two',
        'p:2',
        '  source_json = data.aws_iam_policy_document.a.json\n  override_json = data.aws_iam_policy_document.o.json\n',
      ) +
      OUT,
    expect: {
      'structure output x':
        '{Version: "2012-10-17", Statement: [{Sid: "One", Effect: "Allow", Action: ["a:1"]}, {Sid: "Two", Effect: "Allow", Action: ["o:2"]}]}',
    },
  },
  {
    name: 'a source document may be JSON text, one statement as an object',
    files: `data "aws_iam_policy_document" "p" {\n  source_policy_documents = [<<-EOT\n    {"Statement": {"Sid": "S", "Effect": "Deny", "Action": "a:b", "Resource": "*"}}\n  EOT\n  ]\n}\n${OUT}`,
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: [{Sid: "S", Effect: "Deny", Action: "a:b", Resource: "*"}]}' },
  },
  {
    name: 'a source document that is not JSON leaves the statements open',
    files: `data "aws_iam_policy_document" "p" {\n  source_policy_documents = ["no JSON", "[]", ""]\n  statement { actions = ["p:1"] }\n}\n${OUT}`,
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["p:1"]}, …]}' },
  },
  {
    name: 'an unknown source document leaves the statements open',
    files: `variable "doc" {}\ndata "aws_iam_policy_document" "p" {\n  source_policy_documents = [var.doc]\n  statement { actions = ["p:1"] }\n}\n${OUT}`,
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["p:1"]}, …]}' },
  },
  {
    name: 'the minified text is the same document',
    files: `data "aws_iam_policy_document" "p" {\n  statement { actions = ["a:b"] }\n}\noutput "x" { value = data.aws_iam_policy_document.p.minified_json }`,
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["a:b"]}]}' },
  },
  {
    name: 'a policy attribute is the document, by way of the data source',
    files: `data "aws_iam_policy_document" "p" {\n  statement { actions = ["a:b"] }\n}\nresource "aws_iam_policy" "x" {\n  policy = data.aws_iam_policy_document.p.json\n}`,
    expect: {
      'structure aws_iam_policy.x > policy': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["a:b"]}]}',
      'via aws_iam_policy.x > policy':
        'data.aws_iam_policy_document.p.json main.tf:5 ← data.aws_iam_policy_document.p main.tf:1 ← main.tf:1',
      'refs aws_iam_policy.x > policy': 'data.aws_iam_policy_document.p.json',
    },
  },
  {
    name: 'a document made for each key is picked by key',
    files: `data "aws_iam_policy_document" "p" {\n  for_each = toset(["orders", "logs"])\n  statement { resources = ["arn:aws:s3:::${'${each.key}'}"] }\n}\noutput "x" { value = data.aws_iam_policy_document.p["logs"].json }`,
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: [{Effect: "Allow", Resource: ["arn:aws:s3:::logs"]}]}' },
  },
  {
    name: 'a document that includes itself is a cycle',
    files: `data "aws_iam_policy_document" "p" {\n  source_policy_documents = [data.aws_iam_policy_document.p.json]\n}\n${OUT}`,
    expect: { 'structure output x': '{Version: "2012-10-17", Statement: […]}' },
    diagnostics: ['cycle'],
  },
];

for (const single of cases) {
  test(single.name, () => {
    const { actual, expected } = outcome(single);
    assert.deepEqual(actual, expected);
  });
}
