/** `detect --incidents`: what a user sees of matches that belong together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runWithFiles } from '../testing/index.ts';

const alice = { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/alice', userName: 'alice', accessKeyId: 'AKIAEXAMPLEALICE0001' };
const bob = { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/bob', userName: 'bob', accessKeyId: 'AKIAEXAMPLEBOB000002' };

function event(eventName: string, minute: number, more: object): object {
  const eventTime = `2026-11-20T09:${String(minute).padStart(2, '0')}:00Z`;
  const place = {
    awsRegion: 'ap-northeast-1',
    sourceIPAddress: '203.0.113.10',
    recipientAccountId: '123456789012',
    eventType: 'AwsApiCall',
  };
  return { eventVersion: '1.11', eventSource: 'iam.amazonaws.com', eventName, eventTime, eventID: `id-${minute}`, ...place, ...more };
}

const made = { requestParameters: { userName: 'bob' }, responseElements: { accessKey: { accessKeyId: 'AKIAEXAMPLEBOB000002' } } };
const events = [
  event('CreateAccessKey', 1, { userIdentity: alice, ...made }),
  event('CreateAccessKey', 20, { userIdentity: bob, requestParameters: { userName: 'carol' } }),
  event('CreateAccessKey', 30, {
    userIdentity: { ...alice, arn: 'arn:aws:iam::123456789012:user/dave', userName: 'dave', accessKeyId: 'AKIAEXAMPLEDAVE00003' },
    requestParameters: { userName: 'erin' },
  }),
];
const files = { 'log.json': JSON.stringify({ Records: events }) };

interface Line {
  readonly incidentId: string;
  readonly principal: string;
  readonly principals: readonly string[];
  readonly severity: string;
  readonly eventCount: number;
  readonly because: readonly string[];
  readonly ruleIds: readonly string[];
}

const lines = (stdout: string): readonly Line[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

test('a key that is made and used by somebody else is one story; another person is another', async () => {
  const run = await runWithFiles(files, ['detect', 'log.json', '--incidents', '--format', 'jsonl']);
  assert.equal(run.exitCode, 0);
  const told = lines(run.stdout);
  assert.equal(told.length, 2);
  const story = told.find(({ principals }) => principals.length === 2);
  assert.deepEqual([story?.principal, story?.severity, story?.eventCount], [alice.arn, 'medium', 2]);
  assert.ok(
    story?.because.some((each) => each.includes('alice → bob')),
    story?.because.join('\n'),
  );
  assert.ok(
    story?.because.some((each) => each.includes('2 matches on 2 events within 19 minutes, from 203.0.113.10')),
    story?.because.join('\n'),
  );
});

test('every match names its incident', async () => {
  const incidents = lines((await runWithFiles(files, ['detect', 'log.json', '--incidents', '--format', 'jsonl'])).stdout);
  const matches = lines((await runWithFiles(files, ['detect', 'log.json', '--format', 'jsonl'])).stdout);
  assert.equal(matches.length, 3);
  assert.deepEqual(new Set(matches.map(({ incidentId }) => incidentId)), new Set(incidents.map(({ incidentId }) => incidentId)));
});

test('people read it as text, in both languages', async () => {
  const english = await runWithFiles(files, ['detect', 'log.json', '--incidents']);
  assert.match(english.stdout, /2 incidents/);
  assert.match(english.stdout, /medium\s+2026-11-20T09:01:00.000Z\s+alice: Access key created/);
  const japanese = await runWithFiles(files, ['detect', 'log.json', '--incidents', '--lang', 'ja']);
  assert.match(japanese.stdout, /インシデント 2 件/);
  assert.match(japanese.stdout, /alice: 他人のアクセスキーの作成/);
});
