import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownKinds } from '@kumomori/model';
import { parseAllDocuments } from 'yaml';
import { clusterRole } from './permissions.ts';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

test('the role lists everything that is collected but Secrets, and does nothing else', () => {
  const objects = parseAllDocuments(clusterRole()).map(
    (document) => document.toJS() as { readonly kind: string; readonly rules?: readonly Rule[] },
  );
  assert.deepEqual(
    objects.map(({ kind }) => kind),
    ['Namespace', 'ServiceAccount', 'ClusterRole', 'ClusterRoleBinding'],
  );
  const rules = objects.flatMap((object) => object.rules ?? []);
  assert.deepEqual([...new Set(rules.flatMap(({ verbs }) => verbs))].sort(), ['get', 'list']);
  const lacks = knownKinds.filter(
    ({ group, plural }) =>
      !rules.some((rule) => rule.apiGroups.includes(group) && rule.resources.includes(plural) && rule.verbs.includes('list')),
  );
  assert.deepEqual(
    lacks.map(({ plural }) => plural),
    ['secrets'],
  );
});
