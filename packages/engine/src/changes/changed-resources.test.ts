import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Origin, RefNode, Resource } from '@kumomori/model';
import { explicit, nowhere, object, unresolved } from '@kumomori/model';
import { changedResources } from './changed-resources.ts';

const source = { path: 'raw/aws', text: '' };
const range = { source, start: 0, end: 0 };

function resource(key: string, fields: object, more: Partial<Resource> = {}): Resource {
  const origin: Origin = { kind: 'live', address: key, definition: key, rootDir: 'aws:123456789012', range, head: range };
  return {
    ...{ key, type: 'aws.s3.bucket', provider: 'aws', name: key, origin, account: '123456789012', region: 'eu-west-1', tags: {} },
    fields: object(fields as never, nowhere),
    ...{ ownPlaces: [], parts: [] },
    ...more,
  };
}
const link = (target: string): RefNode => ({ node: 'ref', target, place: nowhere, reason: null });
const bucket = (key: string, state: string, log?: string): Resource =>
  resource(key, { versioning: explicit(state, { range, via: null }), ...(log !== undefined && { log: link(log) }) });

test('a resource is judged again when it differs, is new, or leads to one that does', () => {
  const before = [
    bucket('logs', 'off'),
    bucket('orders', 'on', 'logs'),
    bucket('shop', 'on', 'orders'),
    bucket('mail', 'on'),
    bucket('gone', 'on'),
  ];
  const after = [
    bucket('logs', 'on'),
    bucket('orders', 'on', 'logs'),
    bucket('shop', 'on', 'orders'),
    bucket('mail', 'on'),
    bucket('new', 'on'),
  ];
  assert.deepEqual(changedResources(before, after), {
    changed: new Set(['logs']),
    added: new Set(['new']),
    removed: new Set(['gone']),
    linked: new Set(['orders', 'shop']),
  });
});

test('links in circles come to an end', () => {
  const circle = (state: string): readonly Resource[] => [bucket('one', state, 'two'), bucket('two', 'on', 'one')];
  assert.deepEqual(changedResources(circle('on'), circle('off')).linked, new Set(['two']));
});

test('where an answer stands is no difference; what it is called, where it is and why something is unknown is', () => {
  const place = { range: { ...range, start: 7 }, via: null };
  const same = resource('a', { versioning: explicit('on', place) });
  const unknown = (detail: string): Resource => resource('a', { versioning: unresolved({ code: 'not-collected', detail }, place) });
  const changes = (one: Resource, other: Resource): number => changedResources([one], [other]).changed.size;
  assert.equal(changes(bucket('a', 'on'), same), 0);
  assert.equal(changes(same, resource('a', { versioning: explicit('on', place) }, { region: 'eu-west-2' })), 1);
  assert.equal(changes(same, resource('a', { versioning: explicit('on', place) }, { tags: { team: 'orders' } })), 1);
  assert.equal(changes(unknown('it was refused'), unknown('it was not asked')), 1);
});
