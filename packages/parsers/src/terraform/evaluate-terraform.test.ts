import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateFiles, inMemory, printValue } from './cases.test-helper.ts';
import { evaluateTerraform, looksLikeTerraform } from './index.ts';
import type { TerraformEvaluation } from './index.ts';

const FILES: Readonly<Record<string, string>> = {
  'live/main.tf':
    'module "logs" {\n  source = "../modules/logs"\n  for_each = toset(var.names)\n  name = each.key\n}\nresource "aws_sns_topic" "t" { name = local.topic }',
  'live/variables.tf': 'variable "names" {}\nlocals { topic = "orders-topic" }',
  'live/terraform.tfvars': 'names = ["orders", "logs"]',
  'modules/logs/main.tf':
    'variable "name" {}\nresource "aws_s3_bucket" "b" { bucket = var.name }\nresource "aws_s3_bucket_acl" "a" { bucket = aws_s3_bucket.b.id }',
  'other/main.tf': 'resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }',
};

/** Everything a reader could see, as text. */
function printed(evaluation: TerraformEvaluation): readonly string[] {
  const lines = evaluation.roots.flatMap((root) =>
    root.resources.map(({ address, provider, block }) => {
      const attributes = [...block.attributes].map(
        ([name, { value, range }]) => `${name}=${printValue(value)}@${range.source.path}:${range.start}`,
      );
      return `${root.dir} ${address} ${provider} ${attributes.join(' ')}`;
    }),
  );
  return [...lines, ...evaluation.diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`)];
}

test('the order in which files are found changes nothing', () => {
  const backwards = Object.fromEntries(Object.entries(FILES).toReversed());
  assert.deepEqual(printed(evaluateFiles(backwards)), printed(evaluateFiles(FILES)));
  assert.equal(printed(evaluateFiles(FILES)).length, 6);
});

test('a file that has nothing to do with the others changes nothing about them', () => {
  const before = printed(evaluateFiles(FILES));
  const after = printed(
    evaluateFiles({
      ...FILES,
      'zzz/new.tf': 'resource "aws_vpc" "new" {}',
      'live/README.md': '# live',
      'live/zz.tf': 'locals { unused = 1 }',
    }),
  );
  assert.deepEqual(
    after.filter((line) => !line.includes('aws_vpc.new')),
    before,
  );
});

test('the same input gives the same output', () => {
  assert.deepEqual(printed(evaluateFiles(FILES)), printed(evaluateFiles(FILES)));
});

test('a module called many times is parsed once', () => {
  const reads: string[] = [];
  const tree = inMemory(FILES);
  evaluateTerraform({ ...tree, read: (path) => (reads.push(path), tree.read(path)) });
  assert.equal(reads.length, new Set(reads).size);
  assert.ok(reads.includes('modules/logs/main.tf'));
});

test('positions of a block span its header and its body', () => {
  const [root] = evaluateFiles(FILES).roots;
  const resource = root?.resources.find(({ type }) => type === 'aws_s3_bucket');
  const { head, range } = resource?.block ?? {};
  assert.equal(head?.source.text.slice(head.start, head.end), 'resource "aws_s3_bucket" "b"');
  assert.equal(range?.source.text.slice(range.start, range.end), 'resource "aws_s3_bucket" "b" { bucket = var.name }');
  assert.deepEqual(
    [resource?.moduleDir, resource?.rootDir, resource?.moduleAddress, resource?.key],
    ['modules/logs', 'live', 'module.logs["logs"]', null],
  );
});

test('a step on the way spans the reference and nothing after it', () => {
  const { roots } = evaluateFiles('variable "c" { default = { a = ["x"] } }\nresource "aws_vpc" "v" { tags = var.c.a[0] }');
  const via = roots[0]?.resources[0]?.block.attributes.get('tags')?.value.via;
  assert.equal(via?.range?.source.text.slice(via.range.start, via.range.end), 'var.c');
});

test('a diagnostic says where, and says it once for all instances', () => {
  const { diagnostics } = evaluateFiles('locals {\n  a = 1\n}\nresource "aws_ebs_volume" "v" {\n  count = 3\n  encrypted = False\n}');
  const message = 'False is not a value in Terraform; it was read as false';
  assert.deepEqual(diagnostics, [{ severity: 'warning', file: 'main.tf', line: 6, column: 15, code: 'bare-word', message }]);
});

test('every parsed file is handed over, variable files too', () => {
  assert.deepEqual([...evaluateFiles(FILES).files.keys()].sort(), Object.keys(FILES).sort());
});

test('a file that cannot be read is a diagnostic, the rest stands', () => {
  const tree = inMemory({ 'a.tf': 'resource "aws_vpc" "a" {}' });
  const paths = ['a.tf', 'b.tf', 'big.tf', 'gone.tf'];
  const read = (path: string): ReturnType<typeof tree.read> =>
    path === 'b.tf' ? { kind: 'binary' } : path === 'big.tf' ? { kind: 'too-large' } : tree.read(path);
  const { roots, diagnostics } = evaluateTerraform({ root: 'memory', paths, read });
  assert.equal(roots[0]?.resources.length, 1);
  assert.deepEqual(
    diagnostics.map(({ file, code }) => [file, code]),
    [
      ['b.tf', 'binary'],
      ['big.tf', 'too-large'],
    ],
  );
});

test('a folder without Terraform files has no roots', () => {
  assert.deepEqual(evaluateFiles({ 'README.md': '# nothing' }), { roots: [], files: new Map(), diagnostics: [] });
});

test('Terraform is recognized by its files', () => {
  assert.equal(looksLikeTerraform(['a/main.tf']), true);
  assert.equal(looksLikeTerraform(['main.tofu.json']), true);
  assert.equal(looksLikeTerraform(['prod.tfvars', 'template.yaml', 'plan.json', 'x.tf.bak']), false);
});
