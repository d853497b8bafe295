import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TerraformEvaluation } from './evaluate-terraform.ts';
import { evaluateFiles, printValue } from './cases.test-helper.ts';

interface HostileCase {
  readonly name: string;
  readonly files: string | Readonly<Record<string, string>>;
  readonly limits?: Readonly<Record<string, number>>;
  readonly codes: readonly string[];
  readonly check?: (evaluation: TerraformEvaluation) => void;
}

const numbered = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const output = (evaluation: TerraformEvaluation, name: string): string => {
  const value = evaluation.roots[0]?.outputs.get(name);
  return value ? printValue(value).slice(0, 100) : '';
};
const resourceCount = (evaluation: TerraformEvaluation): number => evaluation.roots.reduce((sum, root) => sum + root.resources.length, 0);

const cases: readonly HostileCase[] = [
  {
    name: 'a count bomb gives the first thousand instances',
    files: 'resource "aws_instance" "web" { count = 1000000000 }\nresource "aws_vpc" "v" {}',
    codes: ['limit'],
    check: (evaluation) => assert.equal(resourceCount(evaluation), 1001),
  },
  {
    name: 'more resources than the limit are cut off once',
    files:
      'resource "aws_instance" "a" { count = 60 }\nresource "aws_instance" "b" { count = 60 }\nresource "aws_instance" "c" { count = 60 }',
    limits: { resources: 100 },
    codes: ['limit'],
    check: (evaluation) => assert.equal(resourceCount(evaluation), 100),
  },
  {
    name: 'a for_each over thousands of elements gives the first thousand',
    files: 'resource "aws_instance" "web" { for_each = toset(flatten([for a in range(60) : [for b in range(60) : "${a}-${b}"]])) }',
    codes: ['limit'],
    check: (evaluation) => assert.equal(resourceCount(evaluation), 1000),
  },
  {
    name: 'a range of a million is unknown',
    files: 'output "x" { value = length(range(1000000)) }',
    codes: [],
    check: (evaluation) => assert.match(output(evaluation, 'x'), /^<(limit|failed-function)/),
  },
  {
    name: 'strings that double at each step stop growing',
    files: `locals {\n  s0 = "0123456789"\n${numbered(60, (n) => `  s${n + 1} = "\${local.s${n}}\${local.s${n}}"`)}\n}\noutput "x" { value = local.s60 }`,
    codes: ['limit'],
    check: (evaluation) => assert.match(output(evaluation, 'x'), /limit/),
  },
  {
    name: 'texts with unknown parts that double stop growing too',
    files: `variable "u" {}\nlocals {\n  s0 = "-\${var.u}-"\n${numbered(60, (n) => `  s${n + 1} = "\${local.s${n}}\${local.s${n}}"`)}\n}\noutput "x" { value = local.s60 }`,
    codes: ['limit'],
  },
  {
    name: 'lists that double at each step stop growing',
    files: `locals {\n  l0 = ["x"]\n${numbered(80, (n) => `  l${n + 1} = [local.l${n}, local.l${n}]`)}\n}\noutput "x" { value = local.l80 }\noutput "j" { value = jsonencode(local.l80) }\noutput "e" { value = local.l80 == local.l79 }`,
    codes: ['limit'],
  },
  {
    name: 'concat that doubles stops growing',
    files: `locals {\n  l0 = ["x"]\n${numbered(60, (n) => `  l${n + 1} = concat(local.l${n}, local.l${n})`)}\n}\noutput "x" { value = length(local.l60) }`,
    codes: [],
    check: (evaluation) => assert.match(output(evaluation, 'x'), /^<(limit|failed-function)/),
  },
  {
    name: 'nested for-expressions use up the steps and end',
    files:
      'locals { r = range(1000) }\noutput "x" { value = [for a in local.r : [for b in local.r : [for c in local.r : a * b * c]]] }\nresource "aws_vpc" "v" {}',
    limits: { steps: 200_000 },
    codes: ['limit'],
    check: (evaluation) => assert.equal(resourceCount(evaluation), 1),
  },
  {
    name: 'a nested template loop uses up the steps and ends',
    files:
      'locals { r = range(1000) }\noutput "x" { value = "%{ for a in local.r }%{ for b in local.r }%{ for c in local.r }x%{ endfor }%{ endfor }%{ endfor }" }',
    limits: { steps: 200_000 },
    codes: ['limit'],
  },
  {
    name: 'ten thousand locals in a row, each after the next, do not overflow the stack',
    files: `locals {\n${numbered(10_000, (n) => `  l${n} = local.l${n + 1}`)}\n  l10000 = "end"\n}\noutput "x" { value = local.l0 }`,
    codes: ['limit'],
  },
  {
    name: 'a chain of a hundred and fifty locals is simply evaluated',
    files: `locals {\n  l0 = 1\n${numbered(150, (n) => `  l${n + 1} = local.l${n} + 1`)}\n}\noutput "x" { value = local.l150 }`,
    codes: [],
    check: (evaluation) => assert.equal(output(evaluation, 'x'), '151'),
  },
  {
    name: 'a long chain of resources, each after the next, does not overflow the stack',
    files: `${numbered(5_000, (n) => `resource "aws_vpc" "v${n}" { cidr_block = aws_vpc.v${n + 1}.cidr_block }`)}\nresource "aws_vpc" "v5000" { cidr_block = "10.0.0.0/16" }`,
    codes: ['limit'],
  },
  {
    name: 'a long chain of instances, blocks and loops does not overflow the stack',
    files: numbered(
      2_000,
      (n) =>
        `resource "aws_vpc" "v${n}" {\n  count = length([for x in aws_vpc.v${n + 1}[*].a.b : try("\${x}", 1)])\n  dynamic "a" {\n    for_each = aws_vpc.v${n + 1}[0].a\n    content { b = a.value.b }\n  }\n}`,
    ),
    codes: ['limit'],
  },
  {
    name: 'deep brackets behind deep references do not overflow the stack',
    files: `locals {\n${numbered(400, (n) => `  l${n} = ${'['.repeat(100)}local.l${n + 1}${']'.repeat(100)}`)}\n}\noutput "x" { value = local.l0 }`,
    codes: ['limit'],
  },
  {
    name: 'a list wrapped a thousand times is too deep',
    files: `locals {\n  l0 = []\n${numbered(400, (n) => `  l${n + 1} = [local.l${n}]`)}\n}\n${numbered(400, (n) => `output "o${n}" { value = local.l${n} }`)}`,
    codes: ['limit'],
  },
  {
    name: 'modules that call two modules each, twenty deep, are cut off',
    files: Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [
        `m${n}/main.tf`,
        n === 19 ? 'resource "aws_vpc" "v" {}' : `module "a" { source = "../m${n + 1}" }\nmodule "b" { source = "../m${n + 1}" }`,
      ]),
    ),
    limits: { moduleInstances: 2_000 },
    codes: ['limit'],
  },
  {
    name: 'a chain of a hundred modules ends at the depth limit',
    files: Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [
        `m${n}/main.tf`,
        `variable "v" { default = 1 }\nresource "aws_vpc" "v" { n = var.v }\nmodule "next" {\n  source = "../m${n + 1}"\n  v = var.v + 1\n}`,
      ]),
    ),
    codes: ['limit'],
    check: (evaluation) => assert.equal(resourceCount(evaluation), 65),
  },
  {
    name: 'a template file that includes itself ends',
    files: { 'main.tf': 'output "x" { value = templatefile("t.tpl", {}) }', 't.tpl': '${templatefile("t.tpl", {})}' },
    codes: ['limit'],
    check: (evaluation) => assert.match(output(evaluation, 'x'), /^<(limit|failed-function)/),
  },
  {
    name: 'a dynamic block over very many elements is cut off',
    files:
      'resource "aws_security_group" "g" {\n  dynamic "ingress" {\n    for_each = flatten([for a in range(60) : range(60)])\n    content { from_port = ingress.value }\n  }\n}',
    codes: ['limit'],
    check: (evaluation) => assert.equal(evaluation.roots[0]?.resources[0]?.block.blocks.length, 1000),
  },
  {
    name: 'a very long sum is an answer or a limit, not a crash',
    files: `output "x" { value = ${numbered(5000, () => '1').replaceAll('\n', ' + ')} }`,
    codes: ['limit'],
  },
];

for (const { name, files, limits = {}, codes, check } of cases) {
  test(name, () => {
    const evaluation = evaluateFiles(files, { limits });
    assert.deepEqual(
      [...new Set(evaluation.diagnostics.map(({ code }) => code))],
      codes,
      JSON.stringify(evaluation.diagnostics.slice(0, 5)),
    );
    check?.(evaluation);
  });
}
