/** Behavior beside rules: what a user of `detect` sees. The classic cases in a month of life are in packages/engine/src/behavior. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inFolder, mmdbFile, runInFolder, runWithFiles, trailObject, trailRecord, writeSnapshot } from '../testing/index.ts';
import type { FolderFiles } from '../testing/index.ts';

const START = Date.UTC(2026, 9, 1);
const [DAY, HOUR, MINUTE] = [86_400_000, 3_600_000, 60_000];
const iso = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

let number = 0;
const event = (time: number, more: object): Readonly<Record<string, unknown>> =>
  trailRecord((number += 1), { eventTime: iso(time), ...more });
const read = (time: number, more: object = {}): Readonly<Record<string, unknown>> =>
  event(time, {
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    requestParameters: { bucketName: 'orders-bucket', key: 'a' },
    ...more,
  });

/** Three weeks of alice, who reads some twenty objects a day, then one night. */
function weeks(): Readonly<Record<string, Uint8Array>> {
  const days = Array.from({ length: 21 }, (_, day) => day);
  const usual = days.map((day) =>
    trailObject(Array.from({ length: 20 + (day % 5) }, (_, index) => read(START + day * DAY + HOUR + index * 20 * MINUTE))),
  );
  const night = trailObject(
    Array.from({ length: 900 }, (_, index) => read(START + 21 * DAY + 16 * HOUR + index * 5000, { sourceIPAddress: '203.0.113.66' })),
  );
  return Object.fromEntries([...usual, night].map((bytes, day) => [`logs/day-${String(day).padStart(2, '0')}.json.gz`, bytes]));
}
const logs = weeks();

interface Line {
  readonly ruleId: string;
  readonly title: string;
  readonly level: string;
  readonly time: string;
  readonly eventId: string;
  readonly principal: string;
  readonly sourceIp: string;
  readonly incidentId: string | null;
  readonly behavior?: { readonly id: string };
  readonly because?: readonly string[];
}

const detect = async (files: FolderFiles, more: readonly string[] = []): Promise<readonly Line[]> => {
  const run = await runWithFiles(files, ['detect', 'logs', '--format', 'jsonl', '--fail-on', 'none', ...more]);
  assert.equal(run.exitCode, 0, run.stderr);
  return linesOf(run.stdout);
};
const linesOf = (stdout: string): readonly Line[] => stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
const behaviors = (lines: readonly Line[]): readonly string[] => lines.flatMap(({ behavior }) => behavior?.id ?? []);

test('a night of downloads is a line with its own id, its event and why', async () => {
  const spike = (await detect(logs)).find(({ behavior }) => behavior?.id === 'volume-spike');
  assert.equal(spike?.ruleId, '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e101');
  assert.deepEqual(
    [spike.level, spike.principal, spike.sourceIp, spike.time],
    [...['high', 'arn:aws:iam::123456789012:user/alice', '203.0.113.66', '2026-10-22T16:00:00.000Z']],
  );
  assert.match(spike.eventId, /^11111111-/);
  assert.match(spike.because?.[0] ?? '', /^900 objects read in a day; in the 14 days before 22 on a usual one and 24 at most$/);
  assert.match(String(spike.incidentId), /^[0-9a-f]{16}$/);
});

test('the same in Japanese', async () => {
  const spike = (await detect(logs, ['--lang', 'ja'])).find(({ behavior }) => behavior?.id === 'volume-spike');
  assert.match(spike?.title ?? '', /1 日の読み取り/);
  assert.match(spike?.because?.[0] ?? '', /オブジェクトの読み取り: 1 日に 900/);
});

test('threads and the order of files change nothing', async () => {
  const expected = await detect(logs, ['--workers', '0']);
  assert.ok(behaviors(expected).length > 0);
  assert.deepEqual(await detect(logs, ['--workers', '2']), expected);
  const renamed = Object.fromEntries(
    Object.entries(logs).map(([path, bytes], index) => [path.replace(/day-\d+/, `day-${99 - index}`), bytes]),
  );
  const told = (lines: readonly Line[]): readonly Line[] => lines.filter((line) => line.behavior);
  assert.deepEqual(told(await detect(renamed)), told(expected));
});

test('the story of the night says it all in one', async () => {
  const run = await runWithFiles(logs, ['detect', 'logs', '--incidents', '--format', 'json', '--fail-on', 'none']);
  const { incidents } = JSON.parse(run.stdout) as {
    readonly incidents: readonly { readonly because: readonly string[]; readonly severity: string }[];
  };
  assert.equal(incidents.length, 1);
  assert.ok(incidents[0]?.because.some((each) => each.startsWith('900 objects read')));
});

suite('what is switched on', () => {
  const rules = {
    'rules/one.yml':
      'title: t\nlogsource: { product: aws, service: cloudtrail }\ndetection: { s: { eventName: Nothing }, condition: s }\nlevel: low',
  };
  test('rules of the user run alone', async () =>
    assert.deepEqual(behaviors(await detect({ ...logs, ...rules }, ['--rules', 'rules'])), []));
  test('unless he asks for behavior', async () => {
    assert.ok(behaviors(await detect({ ...logs, ...rules }, ['--rules', 'rules', '--behavior'])).includes('volume-spike'));
  });
  test('nothing with --no-behavior', async () => assert.deepEqual(behaviors(await detect(logs, ['--no-behavior'])), []));
  test('one by one in a file', async () => {
    const files = { ...logs, 'off.yaml': 'volume-spike: false\nrisky-entity: { medium: 1000 }\n' };
    assert.deepEqual(behaviors(await detect(files, ['--behavior-settings', 'off.yaml'])), []);
  });
  test('a threshold that does not exist is named', async () => {
    const run = await runWithFiles({ ...logs, 'bad.yaml': 'volume-spike: { leest: 3 }' }, [
      'detect',
      'logs',
      '--behavior-settings',
      'bad.yaml',
    ]);
    assert.equal(run.exitCode, 2);
    assert.match(run.stderr, /volume-spike\.leest/);
  });
});

test('somebody who left is told by the list of people', async () => {
  const files = { ...logs, 'people.csv': 'username,left\nalice,2026-10-15\nbob,2026-10-01\n' };
  const lines = await detect(files, ['--people', 'people.csv']);
  const left = lines.find(({ behavior }) => behavior?.id === 'leaver-active');
  assert.match(left?.because?.[0] ?? '', /^alice left on 2026-10-15; \d+ successful calls since$/);
});

suite('where addresses are', () => {
  const signIn = (hour: number, sourceIPAddress: string): Readonly<Record<string, unknown>> =>
    event(START + hour * HOUR, {
      ...{
        eventName: 'ConsoleLogin',
        eventSource: 'signin.amazonaws.com',
        eventType: 'AwsConsoleSignIn',
        sourceIPAddress,
        readOnly: false,
      },
      ...{ responseElements: { ConsoleLogin: 'Success' }, additionalEventData: { MFAUsed: 'No' } },
    });
  const files = {
    'logs/a.json': trailObject([signIn(1, '192.0.2.10'), signIn(2, '203.0.113.66')]),
    'geo.mmdb': mmdbFile({
      '192.0.2.0/24': { country: { iso_code: 'JP' }, location: { latitude: 35.68, longitude: 139.69 }, autonomous_system_number: 64500 },
      '203.0.113.0/24': { country: { iso_code: 'BR' }, location: { latitude: -23.55, longitude: -46.63 }, autonomous_system_number: 64501 },
    }),
  };
  test('Tokyo and São Paulo within the hour', async () => {
    const travel = (await detect(files, ['--geoip', 'geo.mmdb'])).find(({ behavior }) => behavior?.id === 'impossible-travel');
    assert.match(travel?.because?.[0] ?? '', /^from 192\.0\.2\.10 \(JP\) to 203\.0\.113\.66 \(BR\): 18\d{3} km in 60 minutes$/);
  });
  test('without a file it is said once that it is not looked at', async () => {
    const run = await runWithFiles(files, ['detect', 'logs', '--format', 'jsonl', '--fail-on', 'none']);
    assert.equal(run.stderr.match(/no --geoip file/g)?.length, 1);
    assert.deepEqual(behaviors(linesOf(run.stdout)), []);
  });
  test('a file that is none', async () => {
    const run = await runWithFiles({ ...files, 'none.mmdb': 'x' }, ['detect', 'logs', '--geoip', 'none.mmdb']);
    assert.equal(run.exitCode, 2);
    assert.match(run.stderr, /none\.mmdb is no database of addresses/);
  });
});

test('a snapshot says which addresses are the account’s, and who slept', async () => {
  const instance = {
    ...{
      type: 'AssumedRole',
      arn: 'arn:aws:sts::123456789012:assumed-role/orders/i-0123456789abcdef0',
      accountId: '123456789012',
      accessKeyId: 'ASIAEXAMPLE000000001',
    },
    sessionContext: { sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::123456789012:role/orders' }, ec2RoleDelivery: '2.0' },
  };
  const own = read(START, { userIdentity: instance, sourceIPAddress: '198.51.100.9' });
  const outside = read(START + HOUR, { userIdentity: instance, sourceIPAddress: '203.0.113.66' });
  const report = [
    'user,arn,user_creation_time,password_last_used,access_key_1_last_used_date',
    'alice,arn:aws:iam::123456789012:user/alice,2020-01-01T00:00:00+00:00,N/A,2026-02-01T00:00:00+00:00',
  ];
  const place = 'aws:123456789012';
  await inFolder({ 'logs/a.json': trailObject([own, outside, read(START + HOUR)]) }, async (folder) => {
    await writeSnapshot(
      `${folder}/snapshot`,
      {
        [`${place}:ap-northeast-1:ec2:DescribeNatGateways`]: [
          { response: { NatGateways: [{ NatGatewayAddresses: [{ PublicIp: '198.51.100.9' }] }] } },
        ],
        [`${place}:global:iam:GetCredentialReport`]: [
          { response: { Content: Buffer.from(report.join('\n')).toString('base64'), GeneratedTime: '2026-09-30T00:00:00Z' } },
        ],
      },
      { startedAt: '2026-09-30T00:00:00.000Z' },
    );
    const run = await runInFolder(folder, ['detect', 'logs', '--snapshot', 'snapshot', '--format', 'jsonl', '--fail-on', 'none']);
    const lines = linesOf(run.stdout);
    assert.deepEqual([...behaviors(lines)].toSorted(), ['credentials-elsewhere', 'dormant-wakes']);
    const because = lines.flatMap((line) => line.because ?? []);
    assert.ok(because.includes('i-0123456789abcdef0 called from 203.0.113.66, no address of the account: 1 call'), because.join('\n'));
    assert.ok(
      because.some((each) => /^not active for 242 days, as the snapshot says$/.test(each)),
      because.join('\n'),
    );
  });
});

test('two trails that one user deletes in the same second are two lines', async () => {
  const stop = (name: string): Readonly<Record<string, unknown>> =>
    event(START, { eventSource: 'cloudtrail.amazonaws.com', eventName: 'DeleteTrail', readOnly: false, requestParameters: { name } });
  const lines = await detect({ 'logs/a.json.gz': trailObject([stop('orders-trail'), stop('audit-trail')]) });
  const stopped = lines.filter(({ behavior }) => behavior?.id === 'logging-stopped');
  const trails = stopped.flatMap(({ because }) => /(?:orders|audit)-trail/.exec(because?.[0] ?? '')?.[0] ?? '');
  assert.deepEqual(trails.toSorted(), ['audit-trail', 'orders-trail']);
});
