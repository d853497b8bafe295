import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReadinessLog } from '@kumomori/content';
import { messagesIn } from '../i18n/index.ts';
import { inFolder, writeSnapshot } from '../testing/index.ts';
import { logsSince } from './readiness-since.ts';

const log = (more: Partial<ReadinessLog>): ReadinessLog => ({
  name: { en: 'log', ja: 'ログ' },
  checks: [],
  on: 'account',
  tells: 'all',
  ...more,
});
const now = (): Date => new Date('2026-11-22T09:00:00Z');

test('an account says since when its trail logs and its flow logs are there; the cloud how far back it keeps by itself', async () => {
  await inFolder({}, async (folder) => {
    const place = 'aws:123456789012:ap-northeast-1';
    await writeSnapshot(`${folder}/snapshot`, {
      [`${place}:cloudtrail:GetTrailStatus`]: [
        { request: { Name: 'main' }, response: { IsLogging: true, StartLoggingTime: '2026-03-01T09:00:00.000Z' } },
        { request: { Name: 'old' }, response: { IsLogging: false, StartLoggingTime: '2025-01-01T09:00:00.000Z' } },
      ],
      [`${place}:ec2:DescribeFlowLogs`]: [
        { response: { FlowLogs: [{ ResourceId: 'vpc-0abc', FlowLogStatus: 'ACTIVE', CreationTime: '2026-05-01T09:00:00.000Z' }] } },
      ],
    });
    const since = await logsSince({ lake: null, targets: ['snapshot', 'code'], cwd: folder, now, messages: messagesIn('en') });
    const asked = { account: '123456789012', subject: 'arn:aws:ec2:ap-northeast-1:123456789012:vpc/vpc-0abc' };
    const trail = log({ sources: ['aws.cloudtrail'] });
    const flow = log({ sources: ['aws.vpc-flow'], on: 'resource' });
    assert.deepEqual(since(trail, asked), { day: '2026-03-01', from: 'account' });
    assert.equal(since(trail, { ...asked, account: '210987654321' }), null);
    assert.deepEqual(since(flow, asked), { day: '2026-05-01', from: 'account' });
    assert.equal(since(flow, { ...asked, subject: 'arn:aws:ec2:ap-northeast-1:123456789012:vpc/vpc-0def' }), null);
    assert.deepEqual(since(log({ keptDays: 90 }), asked), { day: '2026-08-24', from: 'cloud' });
    assert.equal(since(log({}), asked), null);
  });
});
