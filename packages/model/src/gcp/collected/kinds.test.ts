import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveSources, resourceReaders } from '../../index.ts';
import { judgedWithGrants, uncollectedTypes, whyUncollected } from '../inventory/index.ts';

const collected = new Set(liveSources.gcp.flatMap(({ types }) => types));
const needed = [
  ...new Set(
    resourceReaders
      .filter(({ type }) => type.startsWith('gcp.'))
      .flatMap(({ live, terraform }) => [live ?? terraform ?? []].flat())
      .flatMap(({ types, satellites = {} }) => [...types, ...Object.keys(satellites)]),
  ),
];

/** Bindings say what single members would. */
function isCollected(type: string): boolean {
  return collected.has(type) || collected.has(type.replace(/_iam_member$/, '_iam_binding'));
}

test('every type that a reader of Google Cloud knows has a live source or a reason why not', () => {
  assert.deepEqual(
    needed.filter((type) => !isCollected(type) && whyUncollected(type) === undefined),
    [],
  );
});

test('nothing that is collected is said to be uncollected, and nothing is explained that nobody reads', () => {
  const known = Object.keys(uncollectedTypes);
  assert.deepEqual(
    known.filter((type) => collected.has(type) || collected.has(`${type}_binding`)),
    [],
  );
  assert.deepEqual(
    known.filter((type) => !needed.some((each) => each === type || each.startsWith(`${type}_`))),
    [],
  );
});

test('each listing is declared once', () => {
  const calls = liveSources.gcp.map(({ call }) => call);
  assert.deepEqual(
    calls.filter((call, index) => calls.indexOf(call) !== index),
    [],
  );
});

test('unknown grants are told of where a type is judged with its grants, and only there', () => {
  const readWith = resourceReaders
    .filter(({ type }) => type.startsWith('gcp.'))
    .flatMap(({ terraform }) => Object.keys(terraform?.satellites ?? {}))
    .flatMap((type) => (type.endsWith('_iam_policy') ? [type.slice(0, -'_iam_policy'.length)] : []))
    .filter((type) => collected.has(`${type}_iam_policy`));
  assert.deepEqual([...judgedWithGrants].sort(), [...new Set(readWith)].sort());
});
