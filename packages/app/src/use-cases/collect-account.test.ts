import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CollectEnvironment } from '@kumomori/collectors';
import { BudgetSpent, CollectError } from '@kumomori/collectors';
import type { CallPlace } from '@kumomori/model';
import { openSnapshot } from '../snapshots/index.ts';
import { inFolder } from '../testing/index.ts';
import type { CollectOptions, Collector } from './collect-account.ts';
import { collectAccount } from './collect-account.ts';

const account = '123456789012';
const place = (operation: string): CallPlace => ({ provider: 'aws', account, region: 'ap-northeast-1', service: 'kms', operation });
const principal = `arn:aws:iam::${account}:role/audit`;
const scopes = [{ provider: 'aws' as const, account, regions: ['ap-northeast-1'] }];

/** Asks for queues one after the other, what was answered before not again. `asked` sees each question. */
const queues =
  (count: number, asked: (number: number) => void = () => {}): Collector =>
  async (_options, env) => {
    for (let number = 0; number < count; number += 1) {
      env.signal.throwIfAborted();
      const request = { QueueUrl: `queue-${number}` };
      if (!env.sink.recorded(place('DescribeKey'), request)) await ask(number, request, env, asked);
      env.onProgress({ provider: 'aws', scope: account, callsMade: env.budget.made, done: number + 1, total: count });
    }
    return { principal, scopes, gaps: [] };
  };

async function ask(number: number, request: { QueueUrl: string }, env: CollectEnvironment, asked: (number: number) => void): Promise<void> {
  await env.budget.run('aws:kms', 'aws:kms:DescribeKey', async () => {
    asked(number);
    const response = env.redact({ Attributes: { Policy: 'prod' }, Messages: [] }, ['Attributes.Policy']);
    await env.sink.record(place('DescribeKey'), { request, at: env.now().toISOString(), response });
  });
}

function optionsIn(folder: string, collector: Collector, more: Partial<CollectOptions> = {}): CollectOptions {
  return {
    provider: 'aws',
    asked: {},
    output: 'snapshot',
    cwd: folder,
    variables: { KUMOMORI_DATA_DIR: join(folder, 'data') },
    language: 'en',
    now: () => new Date('2026-11-22T09:00:00Z'),
    resume: false,
    keepSecrets: false,
    maxCalls: null,
    parallel: null,
    perSecond: 1000,
    collector,
    ...more,
  };
}

const policiesIn = (folder: string): readonly unknown[] =>
  openSnapshot(join(folder, 'snapshot'))
    .recordedCalls('aws', account)
    .of('kms', 'DescribeKey')
    .map(({ record }) => (record.response as { Attributes: { Policy: unknown } }).Attributes.Policy);

test('a collection is sealed, and its report says what was done and needed', async () => {
  await inFolder({}, async (folder) => {
    const report = await collectAccount(optionsIn(folder, queues(3)));
    assert.deepEqual(report, {
      schemaVersion: '1',
      provider: 'aws',
      folder: 'snapshot',
      startedAt: '2026-11-22T09:00:00.000Z',
      finishedAt: '2026-11-22T09:00:00.000Z',
      stoppedBy: null,
      principal,
      redaction: 'keyed-fingerprint',
      scopes: [{ account, regions: ['ap-northeast-1'], answers: 3 }],
      callsMade: 3,
      calls: { 'aws:kms:DescribeKey': 3 },
      gaps: [],
      permissionsUsed: ['kms:DescribeKey'],
      basedOn: null,
    });
    assert.deepEqual((await openSnapshot(join(folder, 'snapshot')).verify()).problems, []);
  });
});

test('secrets are fingerprints unless they shall be kept', async () => {
  await inFolder({}, async (folder) => {
    await collectAccount(optionsIn(folder, queues(2)));
    const [one, other] = policiesIn(folder);
    assert.match(JSON.stringify(one), /^\{"\$redacted":"[0-9a-f]{16}"\}$/);
    assert.deepEqual(one, other);
    rmSync(join(folder, 'snapshot'), { recursive: true });
    const report = await collectAccount(optionsIn(folder, queues(1), { keepSecrets: true }));
    assert.deepEqual(policiesIn(folder), ['prod']);
    assert.equal(report.redaction, 'none');
  });
});

test('stopped by the user it can be resumed, and asks only what is missing', async () => {
  await inFolder({}, async (folder) => {
    const stop = new AbortController();
    const report = await collectAccount(
      optionsIn(
        folder,
        queues(10, (number) => {
          if (number === 3) stop.abort();
        }),
        { signal: stop.signal },
      ),
    );
    assert.deepEqual([report.stoppedBy, report.finishedAt], ['user', null]);
    assert.deepEqual(report.scopes, [{ account, regions: ['ap-northeast-1'], answers: 4 }]);
    assert.equal(openSnapshot(join(folder, 'snapshot')).isFinished, false);
    await assert.rejects(collectAccount(optionsIn(folder, queues(10))), { code: 'snapshot-occupied' });
    const asked: number[] = [];
    const resumed = await collectAccount(
      optionsIn(
        folder,
        queues(10, (number) => asked.push(number)),
        { resume: true },
      ),
    );
    assert.deepEqual(asked, [4, 5, 6, 7, 8, 9]);
    assert.deepEqual([resumed.stoppedBy, resumed.callsMade, resumed.calls], [null, 6, { 'aws:kms:DescribeKey': 10 }]);
    assert.equal(policiesIn(folder).length, 10);
  });
});

test('when all calls of --max-calls are made the snapshot stays unfinished', async () => {
  await inFolder({}, async (folder) => {
    const collector: Collector = async (options, env) => {
      try {
        return await queues(5)(options, env);
      } catch (error) {
        if (!(error instanceof BudgetSpent)) throw error;
        const gap = {
          scope: `aws:${account}:ap-northeast-1:kms`,
          operation: 'DescribeKey',
          reason: 'BudgetSpent',
          permission: null,
        };
        return { principal, scopes, gaps: [gap] };
      }
    };
    const report = await collectAccount(optionsIn(folder, collector, { maxCalls: 2 }));
    assert.deepEqual([report.stoppedBy, report.callsMade, report.finishedAt, report.gaps.length], ['max-calls', 2, null, 1]);
    const resumed = await collectAccount(optionsIn(folder, collector, { resume: true }));
    assert.deepEqual([resumed.stoppedBy, resumed.gaps], [null, []]);
  });
});

test('without credentials the folder is as it was', async () => {
  await inFolder({}, async (folder) => {
    const nobody: Collector = async () => {
      throw new CollectError('credentials', 'the token has expired');
    };
    const expected = { code: 'no-credentials', details: ['the token has expired'] };
    await assert.rejects(collectAccount(optionsIn(folder, nobody)), expected);
    assert.equal(existsSync(join(folder, 'snapshot')), false);
    mkdirSync(join(folder, 'empty'));
    await assert.rejects(collectAccount(optionsIn(folder, nobody, { output: 'empty' })), expected);
    assert.deepEqual(readdirSync(join(folder, 'empty')), []);
    await collectAccount(optionsIn(folder, queues(2)));
    const before = openSnapshot(join(folder, 'snapshot')).manifest;
    await assert.rejects(collectAccount(optionsIn(folder, nobody, { resume: true })), expected);
    assert.deepEqual(openSnapshot(join(folder, 'snapshot')).manifest, before);
  });
});

test('calls whose answers cannot be kept are not made', async () => {
  await inFolder({}, async (folder) => {
    const asked: number[] = [];
    const blocked: Collector = async (options, env) => {
      writeFileSync(join(folder, 'snapshot/raw'), 'a file where a folder belongs');
      try {
        return await queues(5, (number) => asked.push(number))(options, env);
      } catch {
        env.signal.throwIfAborted();
        throw new Error('the collection was not stopped');
      }
    };
    await assert.rejects(collectAccount(optionsIn(folder, blocked)), { name: 'AppError', code: 'output-failed' });
    assert.deepEqual(asked, [0]);
  });
});

test('wrong usage is said as such, and what is broken in us as it is', async () => {
  await inFolder({}, async (folder) => {
    const wrong: Collector = async () => {
      throw new CollectError('usage', 'there is no service s4');
    };
    await assert.rejects(collectAccount(optionsIn(folder, wrong)), { name: 'AppError', code: 'usage', message: 'there is no service s4' });
    const broken: Collector = async () => {
      throw new TypeError('broken');
    };
    await assert.rejects(collectAccount(optionsIn(folder, broken)), { name: 'TypeError' });
  });
});
