import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic, RegisteredReader } from '@kumomori/model';
import { defineTerraform, resourceReaders } from '@kumomori/model';
import { evaluateTerraform } from '@kumomori/parsers';
import { nameFiles } from '../findings/index.ts';
import { testCheck } from '../testing/index.ts';
import { evaluateResources, readResources, readRoot, resourceSet } from './evaluate-checks.ts';
import { exampleRoots } from './example-resources.ts';

test('a bug in a reader leaves its resources unresolved, names it, and spares the others', () => {
  const text = 'resource "aws_s3_bucket" "orders" {}\n\nresource "aws_s3_bucket" "logs" {}\n';
  const { roots } = evaluateTerraform({ root: 'orders', paths: ['main.tf'], read: () => ({ kind: 'text', text }) });
  const broken = defineTerraform<unknown>({
    types: ['aws_s3_bucket'],
    read: (block) => {
      if (block.resource?.name === 'logs') throw new TypeError('no such attribute');
      return { acl: block.string('acl', { default: 'private' }) };
    },
  });
  const readers: readonly RegisteredReader[] = [{ type: 'aws.s3.bucket', terraform: broken }];
  const said: Diagnostic[] = [];
  const [root] = roots;
  assert.ok(root);
  const resources = readResources(root, readers, (each) => said.push(each));
  const check = testCheck({
    on: 'aws.s3.bucket',
    evaluate: ({ acl }) => (acl === 'private' ? { status: 'pass' } : { status: 'fail', message: { en: acl, ja: acl }, at: null }),
  });
  const entry = { id: 'aws-s3-bucket-acl', check };
  const target = nameFiles({ path: '.', folder: '/orders', writtenFolder: '.', cwd: '/orders', isOnlyOne: true });
  const plan = { byType: new Map([['aws.s3.bucket', [entry]]]), severityOf: () => check.severity, parametersOf: () => undefined };
  const verdicts = evaluateResources(resources, plan, {
    set: resourceSet(resources, root, readers),
    target,
    report: (each) => said.push(each),
  });
  assert.deepEqual(
    verdicts.map(({ resource, evaluation }) => [resource.origin.address, evaluation.status, evaluation.evidence[0]?.reason]),
    [
      ['aws_s3_bucket.orders', 'pass', null],
      ['aws_s3_bucket.logs', 'unknown', 'it could not be read because of an internal error'],
    ],
  );
  assert.deepEqual(said, [
    {
      severity: 'error',
      file: 'main.tf',
      line: 3,
      column: null,
      code: 'internal',
      message: 'reader aws.s3.bucket failed on aws_s3_bucket.logs: no such attribute',
    },
  ]);
});

test('verdicts let go of the attributes they were made from; of one that nobody looks at only the status is kept', () => {
  const text = 'resource "aws_s3_bucket" "orders" {\n  acl = "public-read"\n}\n\nresource "aws_s3_bucket" "logs" {}\n';
  const { roots } = evaluateTerraform({ root: 'orders', paths: ['main.tf'], read: () => ({ kind: 'text', text }) });
  const reader = defineTerraform<unknown>({
    types: ['aws_s3_bucket'],
    read: (block) => ({ acl: block.string('acl', { default: 'private' }) }),
  });
  const readers: readonly RegisteredReader[] = [{ type: 'aws.s3.bucket', terraform: reader }];
  const [root] = roots;
  assert.ok(root);
  const resources = readResources(root, readers, () => {});
  const check = testCheck({
    on: 'aws.s3.bucket',
    evaluate: ({ acl }) => (acl === 'private' ? { status: 'pass' } : { status: 'fail', message: { en: acl, ja: acl }, at: null }),
  });
  const target = nameFiles({ path: '.', folder: '/orders', writtenFolder: '.', cwd: '/orders', isOnlyOne: true });
  const entry = { id: 'aws-s3-bucket-acl', check };
  const plan = { byType: new Map([['aws.s3.bucket', [entry]]]), severityOf: () => check.severity, parametersOf: () => undefined };
  const set = resourceSet(resources, root, readers);
  const verdicts = evaluateResources(resources, plan, { set, target, report: () => {}, shown: new Set(['fail', 'unknown']) });
  assert.deepEqual(
    verdicts.map(({ resource, evaluation }) => [resource.name, 'fields' in resource, evaluation.status, evaluation.evidence.length]),
    [
      ['aws_s3_bucket.orders', false, 'fail', 1],
      ['aws_s3_bucket.logs', false, 'pass', 0],
    ],
  );
});

test('a live account that is too large for the memory gives the same verdicts, in the same order', () => {
  const calls = ['a', 'b', 'c'].map((name) => ({ call: 's3:ListBuckets', response: { Buckets: [{ Name: `orders-${name}` }] } }));
  const [root] = exampleRoots('live', calls, 'aws.s3.bucket');
  assert.ok(root);
  const verdicts = (many: number): unknown => {
    const { resources, set } = readRoot(root, resourceReaders, () => {}, many);
    const found = [...resources];
    assert.equal(Array.isArray(resources), many > 3);
    return [found.map(({ key, fields }) => [key, set.byKey.get(key)?.fields, fields]), set.byKey.get('nobody')];
  };
  assert.deepEqual(verdicts(1), verdicts(100));
});

test('a reader that fails in a very large account is said once, however often its resource is asked for', () => {
  const [root] = exampleRoots('live', [{ call: 's3:ListBuckets', response: { Buckets: [{ Name: 'orders-bucket' }] } }], 'aws.s3.bucket');
  assert.ok(root);
  const read = (): never => {
    throw new Error('lost its way');
  };
  const failing = resourceReaders.map((reader) => {
    const { live, cloudformation } = reader;
    if (reader.type !== 'aws.s3.bucket') return reader;
    return { ...reader, ...(live && { live: { ...live, read } }), ...(cloudformation && { cloudformation: { ...cloudformation, read } }) };
  });
  const said: string[] = [];
  const { resources, set } = readRoot(root, failing, ({ message }) => void said.push(message), 1);
  for (const { key } of resources) set.byKey.get(key);
  assert.equal(said.filter((message) => message.includes('lost its way')).length, 1);
});
