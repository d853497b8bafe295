import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateFiles } from './cases.test-helper.ts';
import type { TerraformOptions } from './evaluate-terraform.ts';
import { TerraformMemory } from './reuse.ts';

type Files = Readonly<Record<string, string>>;

const LOGS = 'variable "acl" { default = "private" }\nresource "aws_s3_bucket_acl" "this" { acl = var.acl }';
const ESTATE: Files = {
  'orders/main.tf': 'variable "acl" { default = "log-delivery-write" }\nmodule "logs" {\n  source = "../modules/logs"\n  acl = var.acl\n}',
  'billing/main.tf': 'module "logs" {\n  source = "../modules/logs"\n}\nresource "aws_s3_bucket" "bills" { bucket = file("name.txt") }',
  'billing/name.txt': 'orders-bucket-bills',
  'modules/logs/main.tf': LOGS,
};

interface Change {
  readonly name: string;
  readonly after: Files;
  readonly options?: TerraformOptions;
  /** Folders of roots that were not evaluated again. */
  readonly kept: readonly string[];
}

const changes: readonly Change[] = [
  { name: 'nothing', after: ESTATE, kept: ['billing', 'orders'] },
  {
    name: 'a file of one root',
    after: { ...ESTATE, 'billing/main.tf': `${ESTATE['billing/main.tf']}\nresource "aws_s3_bucket" "more" {}` },
    kept: ['orders'],
  },
  { name: 'the module that both call', after: { ...ESTATE, 'modules/logs/main.tf': LOGS.replace('private', 'public-read') }, kept: [] },
  {
    name: 'which of two modules with the same text is called',
    after: {
      ...ESTATE,
      'orders/main.tf': String(ESTATE['orders/main.tf']).replace('modules/logs', 'modules/other'),
      'modules/other/main.tf': LOGS,
    },
    kept: ['billing'],
  },
  { name: 'a variable file that was not there', after: { ...ESTATE, 'orders/terraform.tfvars': 'acl = "public-read"' }, kept: ['billing'] },
  { name: 'a file that an expression reads', after: { ...ESTATE, 'billing/name.txt': 'orders-bucket-invoices' }, kept: ['orders'] },
  { name: 'a file that an expression reads is gone', after: { ...ESTATE, 'billing/name.txt': '\u0000' }, kept: ['orders'] },
  { name: 'an override file', after: { ...ESTATE, 'modules/logs/x_override.tf': 'variable "acl" { default = "public-read" }' }, kept: [] },
  { name: 'the module is gone', after: { ...ESTATE, 'modules/logs/main.tf': '\u0000' }, kept: [] },
  {
    name: 'a file moves to another root',
    after: { ...ESTATE, 'refunds/main.tf': String(ESTATE['billing/main.tf']) },
    kept: ['billing', 'orders'],
  },
  { name: 'variables of the command line', after: ESTATE, options: { variables: new Map([['acl', 'public-read']]) }, kept: [] },
  { name: 'the workspace', after: ESTATE, options: { workspace: 'production' }, kept: [] },
  { name: 'what may be spent', after: ESTATE, options: { limits: { resources: 1 } }, kept: [] },
  {
    name: 'text that cannot be parsed',
    after: { ...ESTATE, 'orders/main.tf': `${ESTATE['orders/main.tf']}\nresource "aws_s3_bucket" {` },
    kept: ['billing'],
  },
];

function there(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([, text]) => text !== '\u0000'));
}

for (const { name, after, options = {}, kept } of changes) {
  test(`what changed between two runs that share a memory: ${name}`, () => {
    const memory = new TerraformMemory();
    const first = evaluateFiles(ESTATE, { memory });
    const second = evaluateFiles(there(after), { ...options, memory });
    assert.deepEqual(second, evaluateFiles(there(after), options));
    const same = second.roots.filter((root) => first.roots.includes(root)).map(({ dir }) => dir);
    assert.deepEqual(same, kept);
  });
}

test('what a limit cut short is not kept for a run with more room', () => {
  const memory = new TerraformMemory();
  const limits = { resources: 2 };
  const full = { ...ESTATE, 'accounts/main.tf': 'resource "aws_s3_bucket" "a" {}\nresource "aws_s3_bucket" "b" {}' };
  const before = evaluateFiles(full, { memory, limits });
  assert.deepEqual(
    before.diagnostics.map(({ code }) => code),
    ['limit'],
  );
  assert.deepEqual(evaluateFiles(ESTATE, { memory, limits }), evaluateFiles(ESTATE, { limits }));
});

test('diagnostics of a root that is not evaluated again are said again', () => {
  const files = { 'main.tf': 'locals { a = local.a }\nresource "aws_s3_bucket" "b" { bucket = local.a }' };
  const memory = new TerraformMemory();
  const first = evaluateFiles(files, { memory });
  assert.deepEqual(evaluateFiles(files, { memory }), first);
  assert.ok(first.diagnostics.length > 0);
});
