import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveSources } from '../live-sources.generated.ts';
import type { Json } from './json.ts';
import type { RecordedCall } from './declare.ts';
import { declareLive } from './declare.ts';

const STRANGE: readonly Json[] = [null, {}, [], 'text', 7, { Name: 7, Arn: {}, Id: [], Tags: 'text' }];

/** An answer that holds the items where the source looks for them. */
function answerWith(items: string, strange: Json): Json {
  const keys = items.replaceAll('[]', '').split('.').filter(Boolean);
  return keys.reduceRight((inner: Json, key) => ({ [key]: inner }), strange);
}

for (const [cloud, sources] of Object.entries(liveSources)) {
  test(`no answer of ${cloud} is so strange that a projection throws`, () => {
    for (const source of sources) {
      for (const strange of STRANGE) {
        const at = source.call.lastIndexOf(':');
        const [service, operation] = [source.call.slice(0, at), source.call.slice(at + 1)];
        const call: RecordedCall = {
          place: { provider: 'aws', account: '123456789012', region: 'eu-central-1', service, operation },
          record: { request: {}, at: '2026-07-01T00:00:00Z', response: answerWith(source.items, strange) },
          range: { source: { path: 'answers.jsonl', text: '', firstLine: 1 }, start: 0, end: 0 },
        };
        const calls = {
          account: '123456789012',
          partition: 'aws',
          of: (wanted: string, name: string) => (wanted === service && name === operation ? [call] : []),
        };
        const failures: string[] = [];
        declareLive(calls, [source], (_, error) => failures.push(`${source.call} on ${JSON.stringify(strange)}: ${String(error)}`));
        assert.deepEqual(failures, []);
      }
    }
  });

  test(`what a projection of ${cloud} declares is of the types that it names`, () => {
    for (const { call, types } of sources) assert.ok(types.length > 0, `${call} names no type`);
  });
}
