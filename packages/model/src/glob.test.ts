import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesPath, matchesWholePath, matchesWildcard } from './glob.ts';

const wildcards: readonly (readonly [pattern: string, text: string, expected: boolean])[] = [
  ['aws-s3-*', 'aws-s3-bucket-versioning', true],
  ['aws-s3-*', 'aws-rds-instance-public', false],
  ['module.vpc.aws_subnet.public*', 'module.vpc.aws_subnet.public["a"]', true],
  ['aws_subnet.public[0]', 'aws_subnet.public[0]', true],
  ['aws_subnet.public[0]', 'aws_subnet.public0', false],
  ['*', '', true],
  ['prod?', 'prod', false],
  ['a*b*c', 'a-b-b-c', true],
  ['a*b*c', 'a-b-b', false],
  [`${'*a'.repeat(40)}b`, 'a'.repeat(200), false],
];

test('wildcards: the star is any text, brackets stand for themselves', () => {
  for (const [pattern, text, expected] of wildcards) assert.equal(matchesWildcard(pattern, text), expected, `${pattern} on ${text}`);
});

const paths: readonly (readonly [pattern: string, path: string, expected: boolean])[] = [
  ['platform/network/**', 'platform/network/main.tf', true],
  ['platform/network/**', 'platform/network/vpc/main.tf', true],
  ['platform/network/**', 'platform/dns/main.tf', false],
  ['platform/*', 'platform/dns/main.tf', true],
  ['*.tf', 'main.tf', true],
  ['*.tf', 'network/main.tf', false],
  ['**/*.tf', 'network/main.tf', true],
  ['**/examples/**', 'modules/bucket/examples/simple/main.tf', true],
  ['**/examples/**', 'examples/main.tf', true],
  ['examples', 'examples/main.tf', true],
  ['examples/', 'examples/main.tf', true],
  ['./network', 'network/main.tf', true],
  ['net', 'network/main.tf', false],
  [`${'**/'.repeat(30)}z`, `${'a/'.repeat(60)}b`, false],
];

test('path patterns: one star stays in a folder, two span folders, a folder covers what is in it', () => {
  for (const [pattern, path, expected] of paths) assert.equal(matchesPath(pattern, path), expected, `${pattern} on ${path}`);
});

test('a pattern for the whole path does not cover what is in a folder', () => {
  assert.deepEqual(
    ['docs/guide.md', 'docs/build/main.css', 'docs'].map((path) => matchesWholePath('docs/*', path)),
    [true, false, false],
  );
  assert.equal(matchesWholePath('**/docs/**/*', 'web/docs/build/main.css'), true);
});
