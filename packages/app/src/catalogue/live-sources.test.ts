import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceReaders } from '@kumomori/model';
import { productCatalogue } from './index.ts';
import { auditSourcesOf, isReadLive } from './live-sources.ts';

const readers = new Map(resourceReaders.map((reader) => [reader.type, reader]));

test('of every check on live accounts it is known whose audit events can change its verdict', () => {
  const silent = productCatalogue().checks.filter(({ check }) => {
    const reader = readers.get(check.on);
    return reader !== undefined && isReadLive(reader) && auditSourcesOf(reader).length === 0;
  });
  assert.deepEqual(
    silent.map(({ id }) => id),
    [],
  );
});

test('they are called as audit logs call them', () => {
  const sources = (type: string): readonly string[] => [readers.get(type) ?? []].flat().flatMap(auditSourcesOf);
  assert.deepEqual(sources('aws.s3.bucket'), ['s3.amazonaws.com']);
  assert.deepEqual(sources('azure.storage.account'), ['Microsoft.Storage']);
  assert.deepEqual(sources('gcp.storage.bucket'), ['storage.googleapis.com']);
});
