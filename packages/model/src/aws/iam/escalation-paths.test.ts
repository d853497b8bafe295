import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escalationPaths } from './escalation-paths.ts';

test('path identifiers are unique', () => {
  const ids = escalationPaths.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)]);
});

test('bound actions are among the required ones', () => {
  const stray = escalationPaths.filter(({ required, bound }) => !bound.every((action) => required.includes(action)));
  assert.deepEqual(stray, []);
});

test('no path hides behind a shorter one for the same service', () => {
  const contains = (outer: readonly string[], inner: readonly string[]): boolean =>
    outer.length > inner.length && inner.every((action) => outer.includes(action));
  const hidden = escalationPaths.filter((path) =>
    escalationPaths.some((other) => contains(path.required, other.required) && path.services.join() === other.services.join()),
  );
  assert.deepEqual(
    hidden.map(({ id }) => id),
    [],
  );
});

test('every path that passes a role says which service the role must trust', () => {
  const silent = escalationPaths.filter(({ required, services }) => required.includes('iam:PassRole') && services.length === 0);
  assert.deepEqual(
    silent.map(({ id }) => id),
    [],
  );
});
