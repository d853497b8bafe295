import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '@kumomori/model';
import type { Recorded } from '../testing/index.ts';
import { earlierOf } from '../testing/index.ts';
import { named } from './inputs.ts';
import { reuseOf } from './reuse.ts';
import type { AwsCall } from './service.ts';
import { defineService } from './service.ts';

const get: AwsCall = { operation: 'GetPipeline', input: named('name'), unchangedWhile: ['version', 'created'] };
const tags: AwsCall = { operation: 'ListTags', input: named('name') };
const service = defineService({
  id: 'codepipeline',
  load: async () => await Promise.resolve({}),
  client: 'CodePipelineClient',
  scope: 'regional',
  calls: [{ operation: 'ListPipelines', each: { items: 'pipelines', calls: [get, tags] } }],
});
const scope = { account: '123456789012', region: 'eu-west-1', partition: 'aws', above: [] };
const about = (operation: string, request: JsonObject, response: JsonObject): Recorded => ({
  place: { provider: 'aws', account: scope.account, region: scope.region, service: service.id, operation },
  record: { request, at: '2026-11-22T09:00:00Z', response },
});
const orders = { name: 'orders', version: 3, created: '2026-01-01T00:00:00Z' };
const before = [
  about('ListPipelines', {}, { pipelines: [orders], nextToken: 'more' }),
  about('ListPipelines', { nextToken: 'more' }, { pipelines: [{ name: 'mails', version: 1 }] }),
  about('GetPipeline', { name: 'orders' }, { pipeline: {} }),
  about('ListTags', { name: 'orders' }, {}),
  about('GetPipeline', { name: 'mails' }, { pipeline: {} }),
];

test('what a listing shows to be unchanged is not asked about again, where the service documents that it shows it', () => {
  const reuse = reuseOf(service, scope, earlierOf('aws', before, null));
  const mayReuse = (call: AwsCall, item: JsonObject): boolean => reuse.mayReuse(call, { name: item['name'] ?? null }, item);
  assert.equal(mayReuse(get, orders), true);
  assert.equal(mayReuse(get, { ...orders, version: 4 }), false, 'it was changed');
  assert.equal(mayReuse(get, { ...orders, created: '2026-11-22T00:00:00Z' }), false, 'it was made anew');
  assert.equal(mayReuse(get, { name: 'mails', version: 1 }), false, 'the listing does not say when it was made');
  assert.equal(mayReuse(get, { ...orders, name: 'new' }), false, 'nobody asked about it');
  assert.equal(mayReuse(tags, orders), false, 'tags change without a new version');
  const [listing = tags] = service.calls;
  assert.equal(reuse.mayReuse(listing, {}, null), false, 'what there is is always asked');
});

test('a listing that was cut off is asked again, also when no event tells of it', () => {
  const [first, , ...others] = before;
  const torn = earlierOf(
    'aws',
    [first, ...others].flatMap((each) => each ?? []),
    [],
  );
  const [listing = tags] = service.calls;
  assert.equal(reuseOf(service, scope, torn).mayReuse(listing, {}, null), false);
  assert.equal(reuseOf(service, scope, earlierOf('aws', before, [])).mayReuse(listing, {}, null), true);
});

test('without an earlier collection nothing is known', () => {
  assert.equal(reuseOf(service, scope, undefined).mayReuse(get, { name: 'orders' }, orders), false);
});
