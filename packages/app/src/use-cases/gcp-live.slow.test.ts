/** Live Google Cloud: what its APIs answer is judged as the same things in code are, in both forms in which answers come. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
import { evaluateIn } from '@kumomori/engine';
import type { CodeRoot, RecordedCalls, Status } from '@kumomori/model';
import { POLICY_SUFFIX, declareLive, liveSources, normalizeCode, resourceReaders } from '@kumomori/model';
import type { GcpAnswers } from '../testing/gcp-answers.ts';
import { PROJECT, gcpAnswers } from '../testing/gcp-answers.ts';
import { resourceSet } from './evaluate-checks.ts';
import type { GcpLiveCase } from '../testing/gcp-live-cases/index.ts';
import { gcpLiveCases } from '../testing/gcp-live-cases/index.ts';

test('answers of the APIs are judged, whichever API they are from', () => {
  const wrong: string[] = [];
  for (const each of gcpLiveCases) {
    for (const form of ['rest', 'inventory'] as const) {
      for (const expected of ['fail', 'pass'] as const) {
        const found = verdict(each, expected, { form });
        if (found !== expected) wrong.push(`${each.check} (${form}): ${found} instead of ${expected}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(new Set(gcpLiveCases.map(({ check }) => check)).size >= 100);
});

test('every type that is judged live has a case', () => {
  const otherwise = new Map([
    ['gcp.iam.policy-document', 'exists in code only'],
    ['gcp.secretmanager.version', 'values of secrets are never asked for'],
    ['gcp.sql.user', 'its one check is about code'],
    ['gcp.storage.bucket-name', 'names are judged by rules that users write'],
    ['gcp.sql.instance-name', 'names are judged by rules that users write'],
  ]);
  const types = resourceReaders.map(({ type }) => type).filter((type) => type.startsWith('gcp.'));
  const judged = new Set<string>(gcpLiveCases.map(({ check }) => checks.find(({ id }) => id === check)?.check.on ?? ''));
  assert.deepEqual(
    types.filter((type) => !judged.has(type) && !otherwise.has(type)),
    [],
  );
});

test('what was refused makes a verdict unknown, and never another one', () => {
  const wrong: string[] = [];
  for (const each of gcpLiveCases) {
    for (const before of ['fail', 'pass'] as const) {
      const partly = verdict(each, before, { refused: (call) => call !== each.call });
      const refused = verdict(each, before, { refused: () => true });
      if ([partly, refused].some((after) => (after === 'pass' || after === 'fail') && after !== before))
        wrong.push(`${each.check}: ${partly}, ${refused}`);
      if (each.partly !== undefined && partly !== each.partly) wrong.push(`${each.check}: ${partly} instead of ${each.partly}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('an API that is not switched on is no gap: the project has nothing of it', () => {
  const { incomplete } = declareLive(
    withError(gcpAnswers({ things: {} }), 'container.googleapis.com:clusters', 'SERVICE_DISABLED'),
    liveSources.gcp,
  );
  assert.equal(incomplete.has('google_container_cluster'), false);
  const refused = declareLive(
    withError(gcpAnswers({ things: {} }), 'container.googleapis.com:clusters', 'PERMISSION_DENIED'),
    liveSources.gcp,
  );
  assert.deepEqual(refused.incomplete.get('google_container_cluster'), {
    code: 'not-collected',
    detail: 'container.googleapis.com:clusters failed (PERMISSION_DENIED)',
  });
});

test('strange answers are read without a crash', () => {
  const strange = [
    null,
    1,
    'text',
    [],
    {},
    { items: 'x' },
    { items: { a: 1 } },
    { assets: [null, 1, { name: 1 }] },
    { name: {}, settings: [] },
  ];
  const calls: RecordedCalls = {
    account: PROJECT,
    partition: '',
    of: (serviceName, operation) =>
      operation.endsWith(POLICY_SUFFIX)
        ? []
        : strange.map((response, index) => ({
            place: { provider: 'gcp', account: PROJECT, region: 'global', service: serviceName, operation },
            record: {
              request: { index },
              at: '2026-11-22T09:00:00Z',
              response: {
                ...(Array.isArray(response) ? { items: response } : {}),
                [operation]: response,
                ...(typeof response === 'object' && response),
              },
            },
            range: { source: { path: 'x.jsonl', text: '' }, start: 0, end: 0 },
          })),
  };
  const failures: unknown[] = [];
  const { resources, incomplete } = declareLive(calls, liveSources.gcp, (_, error) => void failures.push(error));
  assert.deepEqual(failures, []);
  const root: CodeRoot = { kind: 'live', cloud: 'gcp', dir: 'gcp:x', resources, incomplete };
  assert.ok(normalizeCode(root, resourceReaders).length > 0);
});

function verdict(each: GcpLiveCase, which: 'fail' | 'pass', options: Pick<GcpAnswers, 'form' | 'refused'>): Status {
  const things = { [each.call]: [each[which]], ...each.others?.[which] };
  const policies = each.policies && { [each.call]: each.policies[which] };
  const { resources, incomplete } = declareLive(
    gcpAnswers({ things, ...(policies && { policies }), ...options }),
    liveSources.gcp,
    (_, error) => {
      throw error;
    },
  );
  const root: CodeRoot = { kind: 'live', cloud: 'gcp', dir: `gcp:${PROJECT}`, resources, incomplete };
  const found = checks.find(({ id }) => id === each.check);
  assert.ok(found, each.check);
  const normalized = normalizeCode(root, resourceReaders);
  const set = resourceSet(normalized, root, resourceReaders);
  const statuses = normalized
    .filter(({ type }) => type === found.check.on)
    .map((resource) => evaluateIn(set, found.check, resource, { params: { today: ['2026-11-22'] } }).status);
  return (['fail', 'unknown', 'pass'] as const).find((status) => statuses.includes(status)) ?? 'not-applicable';
}

function withError(calls: RecordedCalls, call: string, code: string): RecordedCalls {
  return {
    ...calls,
    of: (serviceName, operation) =>
      calls.of(serviceName, operation).map((recorded) => {
        const { response: _, ...record } = recorded.record;
        return `${serviceName}:${operation}` === call ? { ...recorded, record: { ...record, error: { code, message: code } } } : recorded;
      }),
  };
}
