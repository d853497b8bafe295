import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CallPlace } from '@kumomori/model';
import { openSnapshot } from '../snapshots/index.ts';
import { inFolder, writeSnapshot } from '../testing/index.ts';
import type { CollectOptions, Collector } from './collect-account.ts';
import { collectAccount } from './collect-account.ts';

const account = '123456789012';
const region = 'ap-northeast-1';
const place: CallPlace = { provider: 'aws', account, region, service: 'sqs', operation: 'ListQueues' };
const answers = {
  [`aws:${account}:${region}:sqs:ListQueues`]: [{ response: { QueueUrls: [] } }],
  [`aws:${account}:${region}:kms:ListKeys`]: [{ response: { Keys: [] } }],
};

/** Lists the queues, when something happened to queues. */
const queues: Collector = async (_options, { earlier, sink, budget, now }) => {
  if (earlier?.changes?.touches(place) !== false)
    await budget.run('aws:sqs', 'aws:sqs:ListQueues', async () => {
      await sink.record(place, { request: {}, at: now().toISOString(), response: { QueueUrls: ['orders'] } });
    });
  return { principal: 'arn:aws:iam::123456789012:role/audit', scopes: [], gaps: [] };
};

function optionsIn(cwd: string, more: Partial<CollectOptions>): CollectOptions {
  return {
    ...{ provider: 'aws', asked: {}, output: 'new', cwd, variables: { KUMOMORI_DATA_DIR: join(cwd, 'data') }, language: 'en' },
    ...{ now: () => new Date('2026-11-23T09:00:00Z'), resume: false, keepSecrets: false, maxCalls: null, parallel: null, perSecond: 1000 },
    collector: queues,
    ...more,
  };
}

const record = (eventSource: string, eventName: string, recipientAccountId = account): string =>
  JSON.stringify({ eventSource, eventName, awsRegion: region, recipientAccountId });

test('a collection that goes on from another one says from which, and what became of the events', async () => {
  const lines = [
    record('sqs.amazonaws.com', 'CreateQueue'),
    record('translate.amazonaws.com', 'CreateTerminology'),
    record('kms.amazonaws.com', 'CreateKey', '210987654321'),
    '{"other": 1}',
  ];
  await inFolder({ 'events/a.jsonl': lines.join('\n'), 'events/b.json': '{' }, async (cwd) => {
    await writeSnapshot(join(cwd, 'old'), answers);
    const report = await collectAccount(optionsIn(cwd, { since: 'old', resourcesFrom: ['events'] }));
    assert.equal(report.callsMade, 1);
    assert.deepEqual(report.basedOn?.events, {
      ...{ records: 4, changes: 2, reads: 0, failed: 0, foreign: 1, otherAccounts: ['210987654321'] },
      unconcerned: { 'translate:CreateTerminology': 1 },
    });
    assert.deepEqual(
      report.basedOn.diagnostics.map(({ code }) => code),
      ['events-unreadable'],
    );
    const calls = openSnapshot(join(cwd, 'new')).recordedCalls('aws', account);
    assert.equal(calls.of('kms', 'ListKeys').length, 1);
    assert.deepEqual(calls.of('sqs', 'ListQueues')[0]?.record.response, { QueueUrls: ['orders'] });
  });
});

test('events without a snapshot to go on from, and snapshots that are none, are told', async () => {
  await inFolder({ 'events.json': '[]' }, async (cwd) => {
    await assert.rejects(collectAccount(optionsIn(cwd, { resourcesFrom: ['events.json'] })), { code: 'usage' });
    await assert.rejects(collectAccount(optionsIn(cwd, { since: 'old' })), { code: 'snapshot-missing' });
    await writeSnapshot(join(cwd, 'old'), { [`gcp:orders:global:storage.googleapis.com:buckets`]: [{ response: {} }] });
    await assert.rejects(collectAccount(optionsIn(cwd, { since: 'old' })), { code: 'snapshot-invalid' });
    await assert.rejects(collectAccount(optionsIn(cwd, { since: 'old', resourcesFrom: ['nowhere'] })), { code: 'target-missing' });
  });
});
