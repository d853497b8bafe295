import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Provenance, Range, Value } from '@kumomori/model';
import { lineColumnAt } from '@kumomori/model';
import { evaluateFiles, printValue } from './cases.test-helper.ts';

interface StructureCase {
  readonly name: string;
  readonly files: string | Readonly<Record<string, string>>;
  /** Address and attribute; the first resource's `policy` when left out. */
  readonly attribute?: string;
  /** Path of the part → its value and place, or `absent`. */
  readonly parts: Readonly<Record<string, string>>;
}

const cases: readonly StructureCase[] = [
  {
    name: 'a heredoc',
    files:
      'resource "aws_iam_policy" "p" {\n  policy = <<EOT\n{\n  "Statement": [\n    {"Effect": "Deny", "Action": "s3:*"}\n  ]\n}\nEOT\n}\n',
    parts: {
      '': '{Statement: [{Effect: "Deny", Action: "s3:*"}]} main.tf:3:1',
      'Statement 0': '{Effect: "Deny", Action: "s3:*"} main.tf:5:5',
      'Statement 0 Action': '"s3:*" main.tf:5:34',
    },
  },
  {
    name: 'a heredoc whose indentation is removed, with CRLF line ends',
    files:
      'resource "aws_iam_policy" "p" {\r\n  policy = <<-EOT\r\n    {\r\n      "Statement": {\r\n        "Action": "*"\r\n      }\r\n    }\r\n  EOT\r\n}\r\n',
    parts: { '': '{Statement: {Action: "*"}} main.tf:3:5', 'Statement Action': '"*" main.tf:5:19' },
  },
  {
    name: 'a quoted string with escapes',
    files: 'resource "aws_iam_policy" "p" {\n  policy = "{\\"Statement\\": [{\\"Action\\": \\"*\\"}]}"\n}\n',
    parts: { 'Statement 0 Action': '"*" main.tf:2:43' },
  },
  {
    name: 'a template with an unknown and a known part',
    files:
      'variable "team" {\n  default = "orders"\n}\nresource "aws_s3_bucket" "b" {}\nresource "aws_iam_policy" "p" {\n  policy = <<-EOT\n    {\n      "Sid": "${var.team}",\n      "Resource": ["${aws_s3_bucket.b.arn}/*"],\n      "Action": "s3:*"\n    }\n  EOT\n}\n',
    attribute: 'aws_iam_policy.p policy',
    parts: {
      Sid: '"orders" main.tf:8:14 ← var.team main.tf:8 ← var.team main.tf:2',
      'Resource 0': '"${aws_s3_bucket.b.arn}/*" main.tf:9:20',
      Action: '"s3:*" main.tf:10:17',
    },
  },
  {
    name: 'parts of what an interpolation brings in stand at the interpolation',
    files:
      'resource "aws_iam_policy" "p" {\n  policy = <<EOT\n{\n  "Statement": ${jsonencode([\n    { Action = "*" }\n  ])},\n  "Version": "2012-10-17"\n}\nEOT\n}\n',
    parts: { 'Statement 0 Action': '"*" main.tf:4:18', Version: '"2012-10-17" main.tf:7:14' },
  },
  {
    name: 'a loop of a template repeats the place',
    files:
      'resource "aws_iam_policy" "p" {\n  policy = <<-EOT\n    [\n    %{ for name in ["a", "b"] ~}\n      {"Action": "${name}:*"},\n    %{ endfor ~}\n      {"Action": "c:*"}\n    ]\n  EOT\n}\n',
    parts: { '0 Action': '"a:*" main.tf:5:18', '1 Action': '"b:*" main.tf:5:18', '2 Action': '"c:*" main.tf:7:18' },
  },
  {
    name: 'a file that is read',
    files: {
      'iam/main.tf': 'resource "aws_iam_policy" "p" {\n  policy = file("${path.module}/deploy.json")\n}\n',
      'iam/deploy.json': '{\n  "Statement": [\n    {"Action": "*"}\n  ]\n}\n',
    },
    parts: {
      '': '{Statement: [{Action: "*"}]} iam/deploy.json:1:1 ← file("iam/deploy.json") iam/main.tf:2',
      'Statement 0 Action': '"*" iam/deploy.json:3:16',
    },
  },
  {
    name: 'a template file',
    files: {
      'main.tf':
        'resource "aws_iam_policy" "p" {\n  policy = templatefile("deploy.json.tftpl", { action = "s3:*", bucket = aws_s3_bucket.b.arn })\n}\nresource "aws_s3_bucket" "b" {}\n',
      'deploy.json.tftpl': '{\n  "Action": "${action}",\n  "Resource": "${bucket}/*",\n  "Effect": "Allow"\n}\n',
    },
    parts: {
      '': '{Action: "s3:*", Resource: "${aws_s3_bucket.b.arn}/*", Effect: "Allow"} deploy.json.tftpl:1:1 ← templatefile("deploy.json.tftpl") main.tf:2',
      Resource: '"${aws_s3_bucket.b.arn}/*" deploy.json.tftpl:3:15',
      Effect: '"Allow" deploy.json.tftpl:4:13',
    },
  },
  {
    name: 'a variable that holds JSON',
    files: {
      'main.tf': 'variable "policy" {\n  type = string\n}\nresource "aws_iam_policy" "p" {\n  policy = var.policy\n}\n',
      'terraform.tfvars': 'policy = <<EOT\n{\n  "Action": "*"\n}\nEOT\n',
    },
    parts: { Action: '"*" terraform.tfvars:3:13' },
  },
  {
    name: 'a text put together by a function has one place',
    files: 'resource "aws_iam_policy" "p" {\n  policy = format("{\\"Action\\": \\"%s\\"}", "*")\n}\n',
    parts: { Action: '"*" main.tf:2:12' },
  },
  {
    name: 'a comma too many does not hide what is meant',
    files: 'resource "aws_iam_policy" "p" {\n  policy = <<EOT\n{\n  "Action": ["*",],\n}\nEOT\n}\n',
    parts: { 'Action 0': '"*" main.tf:4:14' },
  },
  {
    name: 'a text that only looks like JSON has no structure',
    files: 'resource "aws_iam_policy" "p" {\n  policy = "{{ policy }}"\n}\n',
    parts: { '': 'absent' },
  },
  {
    name: 'jsondecode keeps the places',
    files: {
      'main.tf':
        'locals {\n  settings = jsondecode(file("settings.json"))\n}\nresource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = local.settings.statements })\n}\n',
      'settings.json': '{\n  "statements": [\n    {"Action": "*"}\n  ]\n}\n',
    },
    parts: { 'Statement 0 Action': '"*" settings.json:3:16' },
  },
];

function partAt(value: Value | null, path: string): Value | null {
  let part = value;
  for (const step of path.split(' ').filter((each) => each !== '')) {
    if (part?.kind === 'map') part = part.entries.get(step) ?? null;
    else if (part?.kind === 'list') part = part.items[Number(step)] ?? null;
    else return null;
  }
  return part;
}

function shown(value: Value | null): string {
  if (value === null) return 'absent';
  const steps: string[] = [];
  for (let step: Provenance | null = value.via; step; step = step.next) steps.push(` ← ${step.name} ${placeOf(step.range, false)}`);
  return `${printValue(value)} ${placeOf(value.range, true)}${steps.join('')}`;
}

function placeOf(range: Range | null, withColumn: boolean): string {
  if (range === null) return '-';
  const { line, column } = lineColumnAt(range.source, range.start);
  return `${range.source.path}:${line}${withColumn ? `:${column}` : ''}`;
}

for (const { name, files, attribute = 'aws_iam_policy.p policy', parts } of cases) {
  test(`JSON text knows where its parts are written: ${name}`, () => {
    const [address, field = ''] = attribute.split(' ');
    const resource = evaluateFiles(files)
      .roots.flatMap((root) => root.resources)
      .find((each) => each.address === address);
    const text = resource?.block.attributes.get(field)?.value;
    assert.ok(text?.kind === 'string' || text?.kind === 'template');
    const actual = Object.fromEntries(Object.keys(parts).map((path) => [path, shown(partAt(text.structure, path))]));
    assert.deepEqual(actual, parts);
  });
}

test('a part ends where it ends in the file', () => {
  const text =
    'resource "aws_iam_policy" "p" {\n  policy = <<-EOT\n    {\n      "Statement": {\n        "Action": "s3:*"\n      }\n    }\n  EOT\n}\n';
  const [resource] = evaluateFiles(text).roots[0]?.resources ?? [];
  const policy = resource?.block.attributes.get('policy')?.value;
  const statement = policy?.kind === 'string' ? partAt(policy.structure, 'Statement') : null;
  const action = statement && partAt(statement, 'Action');
  const written = (value: Value | null): string => (value?.range ? text.slice(value.range.start, value.range.end) : '');
  assert.equal(written(action), '"s3:*"');
  assert.equal(written(statement), '{\n        "Action": "s3:*"\n      }');
});

test('jsondecode refuses what is no JSON, even when it is plain what is meant', () => {
  const code = 'output "x" { value = try(jsondecode("[1,]"), "fallback") }';
  const value = evaluateFiles(code).roots[0]?.outputs.get('x');
  assert.equal(value && printValue(value), '"fallback"');
});
